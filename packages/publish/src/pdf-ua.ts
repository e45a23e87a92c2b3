/**
 * Our own check of what PDF/UA-1 asks, over `qpdf --json=2`: no free validator runs here (`docs`: veraPDF is run outside
 * before a release). Looks at the finished file, so at what the reader gets.
 */

type Plain = Readonly<Record<string, unknown>>;

export interface UaFault {
  readonly object: string;
  readonly reason: string;
}

/** @param json  what `qpdf --json=2 FILE` printed */
export function uaFaults(json: unknown): readonly UaFault[] {
  const objects = objectsOf(json);
  const faults: UaFault[] = [];
  const add = (object: string, reason: string): void => void faults.push({ object, reason });
  const catalog = [...objects].find(([, value]) => value["/Type"] === "/Catalog")?.[1] ?? {};
  if ((catalog["/MarkInfo"] as Plain | undefined)?.["/Marked"] !== true) add("catalog", "not marked as tagged");
  if (typeof catalog["/Lang"] !== "string") add("catalog", "no language");
  if ((catalog["/ViewerPreferences"] as Plain | undefined)?.["/DisplayDocTitle"] !== true)
    add("catalog", "title is not displayed");
  if (catalog["/StructTreeRoot"] === undefined) add("catalog", "no structure");
  for (const [name, value] of objects) {
    const tag = value["/S"];
    if (tag === "/Figure" && !("/Alt" in value) && !("/ActualText" in value))
      add(name, "figure without alternative text");
    if (tag === "/TH" && !JSON.stringify(value["/A"] ?? "").includes("/Scope")) add(name, "table header without scope");
    if (tag === "/Note" && !("/ID" in value)) add(name, "note without identifier");
    if (value["/Type"] === "/Page" && "/Annots" in value && value["/Tabs"] !== "/S")
      add(name, "tab order is not that of the structure");
    if (value["/Type"] === "/Page" && !("/StructParents" in value)) add(name, "page without structure parents");
    if (value["/Subtype"] === "/Type0" && !("/ToUnicode" in value)) add(name, "font without text of its glyphs");
    if (
      value["/Type"] === "/FontDescriptor" &&
      !["/FontFile", "/FontFile2", "/FontFile3"].some((file) => file in value)
    )
      add(name, "font not embedded");
    if (value["/Subtype"] === "/Link" && !("/Contents" in value)) add(name, "link without description");
  }
  return faults;
}

function objectsOf(json: unknown): ReadonlyMap<string, Plain> {
  const [, objects] = ((json as Plain)["qpdf"] ?? []) as readonly [Plain, Plain];
  return new Map(
    Object.entries(objects ?? {}).flatMap(([name, entry]) => {
      const value = (entry as Plain)["value"] ?? ((entry as Plain)["stream"] as Plain | undefined)?.["dict"];
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? [[name, value as Plain] as const]
        : [];
    }),
  );
}
