// Draws `data/asia-map.json` from Natural Earth (1:50m): `node packages/treaties/scripts/draw-map.mjs`.
//
// Borders are simplified arc by arc, so that neighbours still meet; one projection for all; whole numbers on a wide grid.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoConicEqualArea, geoPath } from "d3-geo";
import { feature, merge } from "topojson-client";

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const here = (name) => new URL(`../data/${name}`, import.meta.url);
const { states, territories } = read(here("states.json"));
const drawn = new Map([...states, ...territories].map(({ numeric, iso3 }) => [numeric, iso3]));
const regionsBySubregion = {
  "South-eastern Asia": "asean",
  "Southern Asia": "south",
  "Central Asia": "central",
  "Western Asia": "west",
  "Eastern Asia": "east",
};

const width = 3000;
const tolerance = 0.9; // grid units; a thousandth of the width is three
const leastRing = 8; // square units below which an islet is left out
const smallState = 2200; // square units below which a state gets a circle as well
const radius = 21;

const topology = read(require.resolve("world-atlas/countries-50m.json"));
const projection = geoConicEqualArea().rotate([-88, 0]).parallels([8, 44]).precision(0);
const wanted = topology.objects.countries.geometries.filter(({ id }) => drawn.has(id));
projection.fitWidth(width, feature(topology, { type: "GeometryCollection", geometries: wanted }));
const [[left, top], [right, bottom]] = geoPath(projection).bounds(
  feature(topology, { type: "GeometryCollection", geometries: wanted }),
);
const [tx, ty] = projection.translate();
const margin = 30;
projection.translate([tx - left + margin, ty - top + margin]);
const size = [Math.ceil(right - left + 2 * margin), Math.ceil(bottom - top + 2 * margin)];

/** Keeps the points of a line that lie farther than the tolerance from the line without them. */
function simplified(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  let far = 0;
  let at = 0;
  points.forEach((point, index) => {
    const away = distance(point, first, last);
    if (away > far) [far, at] = [away, index];
  });
  if (far <= tolerance) return [first, last];
  return [...simplified(points.slice(0, at + 1)).slice(0, -1), ...simplified(points.slice(at))];
}

function distance([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

// Arcs in place of longitudes hold grid points from here on: projected once, simplified once, rounded once.
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map((arc) => {
  let [x, y] = [0, 0];
  const points = arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return projection([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  });
  return simplified(points).map((point) => point.map(Math.round));
});
const flat = { type: "Topology", objects: topology.objects, arcs };

const area = (ring) =>
  ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length];
    return sum + (x * ny - nx * y) / 2;
  }, 0);

const polygonsOf = (geometry) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);

function pathOf(polygons) {
  const largest = Math.max(...polygons.map(([outer]) => Math.abs(area(outer))));
  return polygons
    .filter(([outer]) => Math.abs(area(outer)) >= Math.min(leastRing, largest))
    .flatMap(([outer, ...holes]) => [outer, ...holes.filter((hole) => Math.abs(area(hole)) >= leastRing)])
    .map(ringPath)
    .join("");
}

/** Relative whole numbers; equal neighbours are dropped. */
function ringPath(ring) {
  const points = ring.slice(0, -1).filter(([x, y], index, all) => {
    const [px, py] = all[(index + all.length - 1) % all.length];
    return all.length < 2 || x !== px || y !== py;
  });
  let [x, y] = points[0] ?? ring[0];
  let text = `M${x} ${y}l`;
  for (const [nx, ny] of points.slice(1)) {
    text += `${text.endsWith("l") || nx < x ? "" : " "}${nx - x}${ny < y ? "" : " "}${ny - y}`;
    [x, y] = [nx, ny];
  }
  return `${text}z`;
}

const centreOf = (ring) => {
  const whole = area(ring);
  if (Math.abs(whole) < 1) return ring[0];
  const sum = ring.reduce(
    ([sx, sy], [x, y], index) => {
      const [nx, ny] = ring[(index + 1) % ring.length];
      const cross = x * ny - nx * y;
      return [sx + (x + nx) * cross, sy + (y + ny) * cross];
    },
    [0, 0],
  );
  return sum.map((value) => Math.round(value / (6 * whole)));
};

const shapes = wanted.map((geometry) => {
  const polygons = polygonsOf(feature(flat, geometry).geometry);
  const [biggest] = [...polygons].sort(([a], [b]) => Math.abs(area(b)) - Math.abs(area(a)));
  const whole = polygons.reduce((sum, [outer]) => sum + Math.abs(area(outer)), 0);
  return { iso3: drawn.get(geometry.id), polygons, centre: centreOf(biggest[0]), whole };
});

// Circles of small states keep clear of each other; a line leads back to where the state lies.
const circles = shapes
  .filter(({ whole }) => whole < smallState)
  .map(({ iso3, centre }) => ({ iso3, centre, at: [...centre] }));
for (let round = 0; round < 200; round += 1)
  for (const one of circles)
    for (const other of circles) {
      if (one.iso3 >= other.iso3) continue;
      const [dx, dy] = [other.at[0] - one.at[0], other.at[1] - one.at[1]];
      const apart = Math.hypot(dx, dy) || 1;
      const push = Math.max(0, 2 * radius + 4 - apart) / 2;
      one.at = [one.at[0] - (dx / apart) * push, one.at[1] - (dy / apart) * push];
      other.at = [other.at[0] + (dx / apart) * push, other.at[1] + (dy / apart) * push];
    }
const circleOf = (iso3) => {
  const found = circles.find((one) => one.iso3 === iso3);
  if (!found) return null;
  const [x, y] = found.at.map(Math.round);
  return { x, y, r: radius, from: Math.hypot(x - found.centre[0], y - found.centre[1]) > 3 ? found.centre : null };
};

const subregions = new Map(
  [...states, ...territories].map(({ iso3, subregion }) => [iso3, regionsBySubregion[subregion]]),
);
const regions = Object.fromEntries(
  [...new Set(Object.values(regionsBySubregion))].map((region) => {
    const points = shapes
      .filter(({ iso3 }) => subregions.get(iso3) === region)
      .flatMap(({ polygons }) => polygons.flat(2));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
    return [region, [x, y, Math.max(...xs) + margin - x, Math.max(...ys) + margin - y]];
  }),
);

// Land around Asia, for orientation only: what touches the picture.
const near = topology.objects.countries.geometries.filter(({ id }) => !drawn.has(id));
const inside = polygonsOf(merge(flat, near)).filter(
  ([outer]) => outer.some(([x, y]) => x > 0 && x < size[0] && y > 0 && y < size[1]) && Math.abs(area(outer)) > 60,
);
// Points far outside are pulled to a frame around the picture: the edge of the picture hides it.
const frame = 200;
const clamp = ([x, y]) => [
  Math.max(-frame, Math.min(size[0] + frame, x)),
  Math.max(-frame, Math.min(size[1] + frame, y)),
];
const around = pathOf(inside.map((polygon) => [polygon[0].map(clamp)]));

const map = {
  meta: {
    title: "Outlines of the states of Asia",
    source: "Natural Earth 1:50m admin 0 countries (public domain), world-atlas 2.0.2",
    sourceUrl: "https://www.naturalearthdata.com/",
    projection: "conic equal-area, parallels 8 and 44 north, centred on 88 east",
    note: "Boundaries and names shown are those of Natural Earth and imply no view on the status of any territory.",
  },
  width: size[0],
  height: size[1],
  regions,
  around,
  states: shapes
    .map(({ iso3, polygons, centre }) => ({ iso3, path: pathOf(polygons), centre, circle: circleOf(iso3) }))
    .sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1)),
};
writeFileSync(here("asia-map.json"), `${JSON.stringify(map)}\n`);
const missing = [...drawn.values()].filter((iso3) => !map.states.some((one) => one.iso3 === iso3));
process.stdout.write(
  `${map.states.length} outlines, ${size.join(" × ")}, circles: ${circles.map(({ iso3 }) => iso3).join(" ")}; missing: ${missing.join(" ") || "none"}\n`,
);
if (missing.length > 0) process.exitCode = 1;
