/**
 * Our own drawing of a body, front and back: a shape a region, on a sheet of 200 by 440. `L` and `R` are the body's own
 * left and right, so in the front view its left stands at the viewer's right.
 */

export type BodySide = "L" | "R" | "M";

export interface BodyShape {
  readonly region: string;
  readonly side: BodySide;
  /** SVG path data */
  readonly path: string;
}

export const sheet = { width: 200, height: 440 } as const;

export interface BodyView {
  readonly view: "BV.ANT" | "BV.POST";
  readonly shapes: readonly BodyShape[];
}

const ellipse = (x: number, y: number, rx: number, ry: number): string =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;

/** A limb from one point to another, wider at its first end. */
function limb([x1, y1, w1]: readonly number[], [x2, y2, w2]: readonly number[]): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = [x1, y1, w1, x2, y2, w2];
  return `M${a - c} ${b}L${a + c} ${b}L${d + f} ${e}L${d - f} ${e}Z`;
}

type Sided = readonly [region: string, draw: (mirror: (x: number) => number) => string];

const at = (mirror: (x: number) => number, x: number, y: number, wide: number): readonly number[] => [
  mirror(x),
  y,
  wide,
];

/** Drawn once for the side at the viewer's right, mirrored for the other. */
const limbs: readonly Sided[] = [
  ["BR.SHOULD", (m) => ellipse(m(132), 96, 15, 14)],
  ["BR.UARM", (m) => limb(at(m, 141, 104, 11), at(m, 148, 156, 9))],
  ["BR.ELBOW", (m) => ellipse(m(149), 163, 10, 9)],
  ["BR.FARM", (m) => limb(at(m, 150, 169, 9), at(m, 158, 214, 6.5))],
  ["BR.WRIST", (m) => ellipse(m(159), 219, 7, 6)],
  ["BR.HAND", (m) => ellipse(m(162), 233, 9, 11)],
  ["BR.FINGER", (m) => ellipse(m(164), 250, 8, 10)],
  ["BR.KNEE", (m) => ellipse(m(119), 318, 13, 12)],
  ["BR.LEG", (m) => limb(at(m, 119, 328, 12), at(m, 119, 392, 8))],
  ["BR.ANKLE", (m) => ellipse(m(119), 398, 8, 7)],
];
const front: readonly Sided[] = [
  ["BR.EAR", (m) => ellipse(m(121), 42, 4, 8)],
  ["BR.EYE", (m) => ellipse(m(108), 38, 5, 3)],
  ["BR.BREAST", (m) => ellipse(m(117), 121, 13, 11)],
  ["BR.THIGH", (m) => limb(at(m, 119, 228, 18), at(m, 119, 308, 13))],
  ["BR.HIP", (m) => ellipse(m(121), 212, 14, 13)],
  ["BR.FOOTD", (m) => ellipse(m(121), 413, 11, 9)],
  ["BR.TOE", (m) => ellipse(m(123), 426, 11, 5)],
];
const back: readonly Sided[] = [
  ["BR.EAR", (m) => ellipse(m(121), 42, 4, 8)],
  ["BR.BUTT", (m) => ellipse(m(117), 216, 18, 19)],
  ["BR.THIGH", (m) => limb(at(m, 119, 236, 18), at(m, 119, 308, 13))],
  ["BR.FOOTP", (m) => ellipse(m(121), 416, 11, 12)],
];

const middleFront: readonly BodyShape[] = [
  { region: "BR.HEAD", side: "M", path: ellipse(100, 36, 22, 27) },
  { region: "BR.FACE", side: "M", path: ellipse(100, 44, 17, 18) },
  { region: "BR.NECK", side: "M", path: "M91 62L109 62L112 82L88 82Z" },
  { region: "BR.CHEST", side: "M", path: "M74 84Q100 78 126 84L130 148L70 148Z" },
  { region: "BR.ABDO", side: "M", path: "M71 149L129 149L134 204L66 204Z" },
  { region: "BR.GENIT", side: "M", path: ellipse(100, 220, 10, 11) },
  { region: "BR.NOSE", side: "M", path: ellipse(100, 45, 3, 4.5) },
  { region: "BR.MOUTH", side: "M", path: ellipse(100, 55, 7, 3.5) },
];
const middleBack: readonly BodyShape[] = [
  { region: "BR.HEAD", side: "M", path: ellipse(100, 36, 22, 27) },
  { region: "BR.NECK", side: "M", path: "M91 62L109 62L112 82L88 82Z" },
  { region: "BR.UBACK", side: "M", path: "M74 84Q100 78 126 84L130 150L70 150Z" },
  { region: "BR.LBACK", side: "M", path: "M71 151L129 151L134 202L66 202Z" },
];

const mirrored = (sided: readonly Sided[], right: BodySide, left: BodySide): readonly BodyShape[] =>
  sided.flatMap(([region, draw]) => [
    { region, side: right, path: draw((x) => x) },
    { region, side: left, path: draw((x) => sheet.width - x) },
  ]);

/** What is drawn later lies above: small regions over large ones. */
export const bodyViews: readonly BodyView[] = [
  {
    view: "BV.ANT",
    shapes: [
      ...mirrored(limbs, "L", "R"),
      ...mirrored(front.slice(3), "L", "R"),
      ...middleFront.slice(0, 5),
      ...mirrored(front.slice(0, 3), "L", "R"),
      ...middleFront.slice(5),
    ],
  },
  { view: "BV.POST", shapes: [...mirrored(limbs, "R", "L"), ...mirrored(back, "R", "L"), ...middleBack] },
];
