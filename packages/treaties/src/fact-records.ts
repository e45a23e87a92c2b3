/** Confirmed records as facts of the atlas: what each part needs, and why one that lacks it is left out, by name. */

import { asCode, asText, asYesNo } from "@saksi/domain/field-values";
import { datePrecision } from "@saksi/domain/partial-date";
import { type Fields, isUnknown } from "@saksi/domain/value";
import type { ConfirmedFact, FactSays } from "./atlas.ts";
import type { Provenance } from "./cell.ts";
import { milestoneTypes } from "./journeys.ts";
import type { MechanismRow } from "./reviews.ts";
import { stateOf } from "./states.ts";
import type { StatusRow } from "./treaty-status.ts";

/** A record as the vault gives it, of a type that a second member confirms. */
export interface AllianceRecord {
  readonly id: string;
  readonly type: string;
  readonly fields: Fields;
}

/** `no-section`: said to be met without a section to show for it (R-GAP-4). `does-not-fit`: a standing that this treaty cannot have. `day-needed`: a month or year where the law counts days. */
export type FactFault = "no-section" | "no-such-part" | "no-treaty" | "says-nothing" | "does-not-fit" | "day-needed";

type Read = { readonly fact: ConfirmedFact } | { readonly why: readonly FactFault[] };

export function factOf(record: AllianceRecord): Read {
  const said = saidBy(record.fields);
  if ("why" in said) return said;
  return { fact: { ...said, ...sourcedOf(record.fields), state: stateIn(record.fields), record: record.id } };
}

/** The state's alpha-3 code, by which every file knows it; the code itself where the atlas has no such state. */
export const stateIn = ({ state }: Fields): string => stateOf(asCode(state) ?? "")?.iso3 ?? asCode(state) ?? "";

const sureness: Readonly<Record<string, string>> = { "CF.HIGH": "high", "CF.MED": "medium", "CF.LOW": "low" };

/** Source, day and sureness as the record has them; what is missing stays empty, and the atlas refuses it. */
export const sourcedOf = ({ source, sourceUrl, asOf, confidence }: Fields): Omit<Provenance, "before"> => ({
  source: asText(source) ?? "",
  sourceUrl: asText(sourceUrl) ?? null,
  asOf: asText(asOf) ?? "",
  confidence: sureness[asCode(confidence) ?? ""] ?? "unknown",
  confirmed: "members",
});

type SaidOf = FactSays | { readonly why: readonly FactFault[] };

const nothing: SaidOf = { why: ["says-nothing"] };
const reporting = (says: Extract<FactSays, { of: "reporting" }>["says"]): SaidOf => ({ of: "reporting", says });

function saidBy(fields: Fields): SaidOf {
  const note = asText(fields.note) ?? null;
  const [on, accepted] = [dayIn(fields), asYesNo(fields.accepted)];
  switch (asCode(fields.part)) {
    case "AP.TREATY":
      return treatyIn(fields);
    case "AP.REPORT":
      // Whether it is late was judged by the other day.
      return dated(on, (date) => reporting({ nextReportDue: dueOn(date, fields), overdue: "unknown" }));
    case "AP.FOLLOWUP":
      return dated(on, (date) => reporting({ followUpReportDue: dueOn(date, fields) }));
    case "AP.SENT": {
      const { confidence, confirmed } = sourcedOf(fields);
      if (accepted === undefined) return nothing;
      return reporting({ pendingReport: accepted ? { note: note ?? "", confidence, confirmed } : null });
    }
    case "AP.LISTFIRST": {
      if (accepted === undefined && !isUnknown(fields.accepted)) return nothing;
      const { confidence } = sourcedOf(fields);
      return reporting({ simplifiedProcedure: { accepted: accepted ?? null, confidence, note } });
    }
    case "AP.MECHANISM": {
      const status = asCode(fields.mechanism) as MechanismRow["npm"]["status"] | undefined; // a code of its list
      const npm = given({
        status,
        name: asText(fields.name),
        designated: asText(fields.on),
        note: asText(fields.note),
      });
      return Object.keys(npm).length === 0 ? nothing : { of: "mechanism", says: { npm } };
    }
    case "AP.INSTITUTION": {
      const ganhriStatus = accreditationIn(fields);
      const says = given({
        ganhriStatus,
        name: asText(fields.name),
        established: asText(fields.on),
        note: asText(fields.note),
      });
      return Object.keys(says).length === 0 ? nothing : { of: "institution", says };
    }
    case "AP.LAW":
      return lawIn(fields);
    case "AP.MILESTONE":
      return milestoneIn(fields);
    default:
      return { why: ["no-such-part"] };
  }
}

const statuses: Readonly<Record<string, readonly string[]>> = {
  "CAT-A20": ["bound", "opted-out"],
  "CAT-A21": ["declared", "not-declared", "withdrawn"],
  "CAT-A22": ["declared", "not-declared", "withdrawn"],
};
const ofTreaties: readonly string[] = ["party", "signatory", "none", "withdrawn"];

function treatyIn(fields: Fields): SaidOf {
  const [treaty, standing, on] = [asCode(fields.treaty), asCode(fields.standing), dayIn(fields)];
  if (treaty === undefined) return { why: ["no-treaty"] };
  if (standing !== undefined && !(statuses[treaty] ?? ofTreaties).includes(standing)) return { why: ["does-not-fit"] };
  if (on === "not-a-day") return { why: ["day-needed"] };
  const says = given({
    status: standing as StatusRow["status"] | undefined, // held by the lists above
    action: asText(fields.action),
    actionDate: on,
    inForce: on === undefined ? undefined : null,
    notes: asText(fields.note) === undefined ? undefined : [asText(fields.note) ?? ""],
  });
  return Object.keys(says).length === 0 ? nothing : { of: "treaty", treaty, says };
}

function lawIn({ item, lawStanding, section: given, note }: Fields): SaidOf {
  const [id, code, section] = [asCode(item), asCode(lawStanding), asText(given) ?? null];
  const status = isUnknown(lawStanding) ? "unknown" : itemStatuses.find((one) => one === code);
  if (id === undefined || status === undefined) return nothing;
  if ((status === "met" || status === "partly") && section === null) return { why: ["no-section"] };
  return { of: "law", item: id, says: { status, section, note: asText(note) ?? null } };
}

const itemStatuses = ["met", "partly", "not", "na"] as const;

function milestoneIn({ says, milestone, on, note }: Fields): SaidOf {
  const [title, date] = [asText(says), asText(on)];
  const precision = datePrecision(date ?? "");
  const type = milestoneTypes.find((one) => one === asCode(milestone));
  if (title === undefined || type === undefined) return nothing;
  if (date === undefined || precision === undefined || precision === "time") return { why: ["day-needed"] };
  return { of: "milestone", says: { title, type, date, precision, note: asText(note) ?? null } };
}

/** A day to the day; `null`: said to be not known; `undefined`: nobody said. */
function dayIn({ on }: Fields): string | null | undefined | "not-a-day" {
  if (isUnknown(on)) return null;
  const day = asText(on);
  return day === undefined || (datePrecision(day) === "day" && day.length === 10) ? day : "not-a-day";
}

const dated = (on: ReturnType<typeof dayIn>, said: (date: string | null) => SaidOf): SaidOf =>
  on === undefined ? nothing : on === "not-a-day" ? { why: ["day-needed"] } : said(on);

const dueOn = (date: string | null, fields: Fields) => ({
  date,
  basis: asText(fields.source) ?? null,
  confidence: sourcedOf(fields).confidence,
  note: asText(fields.note) ?? null,
});

function accreditationIn({ accreditation }: Fields): "A" | "B" | "none" | "unknown" | undefined {
  if (isUnknown(accreditation)) return "unknown";
  const code = asCode(accreditation);
  return code === "A" || code === "B" || code === "none" ? code : undefined;
}

/** Only what was said. */
const given = <Row extends object>(row: Row): { readonly [Name in keyof Row]?: Exclude<Row[Name], undefined> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never; // the same keys, fewer
