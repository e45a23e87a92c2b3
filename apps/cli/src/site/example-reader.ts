/** Reads a page as strictly as a parser of XML would and names what is wrong with it. */

const alone = new Set(["meta", "link", "br", "img", "hr", "input"]);

/** Faults of one page: unclosed tags, a missing or second title or h1, script, anything from elsewhere, an id said twice. */
export function faultsOf(path: string, text: string): readonly string[] {
  const fault = (isFault: boolean, what: string): readonly string[] => (isFault ? [`${path}: ${what}`] : []);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  return [
    ...unclosed(text).map((what) => `${path}: ${what}`),
    ...fault(!text.startsWith('<!doctype html>\n<html lang="en" dir="ltr">'), "no language"),
    ...fault(count(/<title>[^<]+<\/title>\n/g) !== 1, "not one title"),
    ...fault(count(/<h1[ >]/g) !== 1, "not one h1"),
    ...fault(count(/<meta name="description" content="[^"]{20,}">/g) !== 1, "no description"),
    ...fault(count(/<script|<iframe|<object|<embed| on[a-z]+="|javascript:/g) > 0, "runs something"),
    ...fault(
      count(/ src="https?:|<link[^>]+href="https?:|url\(["']?(?:https?:|\/\/)|@import/g) > 0,
      "takes from elsewhere",
    ),
    ...fault(count(/<style>/g) !== count(/<style>(?=[\s\S]*<\/head>)/g), "a style outside its head"),
    ...fault(
      count(
        /<main [^>]*typeof="[A-Z]\w+"[^>]*>\n<meta property="name" content="[^"]+"><meta property="description"/g,
      ) !== 1,
      "nothing that says to a machine what it is about",
    ),
    ...fault(count(/ style="/g) > 0, "has a style that the policy refuses"),
    ...fault(new Set(ids).size !== ids.length, `an id twice: ${ids.find((id, at) => ids.indexOf(id) !== at)}`),
    ...fault(
      /\bundefined\b|\[object|\{\w+\}/.test(text.replace(/<style>.*?<\/style>|<pre>.*?<\/pre>/gs, "")),
      "a blank unfilled",
    ),
    ...headings(text).map((what) => `${path}: ${what}`),
  ];
}

function unclosed(text: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name = "", , self] of text.matchAll(
    /<(\/?)([a-zA-Z0-9]+)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/g,
  )) {
    if (self === "/" || alone.has(name)) continue;
    if (close === "") open.push(name);
    else if (open.pop() !== name) return [`</${name}> closes what is not open`];
  }
  const stray = text.replace(/<style>.*?<\/style>/s, "").match(/&(?!amp;|lt;|gt;|quot;|#\d+;)|<(?![/a-zA-Z!])/);
  return [...open.map((name) => `<${name}> stays open`), ...(stray ? ["a mark that is not escaped"] : [])];
}

/** A heading goes at most one level deeper than the one before. */
function headings(text: string): readonly string[] {
  const levels = [...text.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  return levels.flatMap((level, at) =>
    level > (levels[at - 1] ?? 0) + 1 ? [`h${level} after h${levels[at - 1]}`] : [],
  );
}
