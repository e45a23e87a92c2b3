/**
 * The sample alliance: three made-up organisations, thirty cases, deterministic to the byte. Whoever looks at Saksi for
 * the first time sees real screens without a real person in them.
 */

import type { Draft } from "../change.ts";
import { newRecordId, type RecordId } from "../id.ts";
import type { Fields } from "../value.ts";
import { drawnLetter, drawnPaper, drawnTone, type SampleFile } from "./files.ts";
import { organisations, type Story, stories } from "./stories.ts";

export interface SampleSpace {
  readonly name: string;
  /** Written in this order, each batch as one save */
  readonly batches: readonly (readonly Draft[])[];
  /** Attached after the records are written */
  readonly files: readonly { readonly exhibit: RecordId; readonly file: SampleFile }[];
}

const exhibitTitles: Readonly<Record<string, string>> = {
  "audio/wav": "Recording of the account",
  "application/pdf": "Copy of the complaint",
};

/** Three spaces, one an organisation, ten cases each. Ids are the same every time. */
export function sampleAlliance(): readonly SampleSpace[] {
  return organisations.map(({ name }, index) => {
    const told = stories.slice(10 * index, 10 * index + 10).map((story, at) => tell(story, 10 * index + at));
    return {
      name,
      batches: [
        ...told.map(({ drafts }) => drafts),
        ...told.flatMap(({ later }) => later.map((draft) => [draft])),
        ...(index === 0 ? [[keepsAtlas(name)]] : []),
      ],
      files: told.flatMap(({ files }) => files),
    };
  });
}

/** Only that it keeps the atlas: a made-up fact about a state that exists could leave the sample. Decision 0007. */
const keepsAtlas = (title: string): Draft => ({
  type: "atlas-space",
  id: newRecordId(bytesOf("saksi sample atlas")),
  fields: { title, on: "2026-10-12", kept: true },
});

interface Told {
  readonly drafts: readonly Draft[];
  /** Saved afterwards: withdrawals, and writings that answer nothing and so stand in conflict */
  readonly later: readonly Draft[];
  readonly files: SampleSpace["files"];
}

function tell(story: Story, number: number): Told {
  const named = (name: string): RecordId => newRecordId(bytesOf(`saksi sample ${number} ${name}`));
  const [kase, person, incident, testimony, consent] = ["case", "person", "incident", "testimony", "consent"].map(
    named,
  ) as [RecordId, RecordId, RecordId, RecordId, RecordId]; // five names, five ids
  const told = story.when.slice(0, 7).replace("~", "");
  const heard = `${told.length === 4 ? `${told}-06` : told}-28`;
  const record = (type: string, id: RecordId, fields: Fields): Draft => ({ type, id, fields });
  const killed = story.status === "VS.DEAD" || story.status === "VS.MISSING";

  const drafts: Draft[] = [
    record("case", kase, {
      title: story.title,
      code: `SAMPLE-${String(number + 1).padStart(2, "0")}`,
      wishes: story.wishes,
      state: number % 7 === 6 ? "CASE.INTAKE" : number % 5 === 4 ? "CASE.MONITORING" : "CASE.ACTIVE",
      triage: held(story) ? "TRIAGE.NOW" : number % 3 === 0 ? "TRIAGE.SOON" : "TRIAGE.NORMAL",
      urgent:
        story.status === "VS.MISSING" ? ["URGENT.LIFE"] : story.age === "AG.2" ? ["URGENT.CHILD"] : ["URGENT.NONE"],
      risk: held(story) ? "RL.3" : "RL.2",
      riskAssessed: "2026-10-20",
      opened: heard,
      lead: "Made-up lead",
      area: { country: story.country, district: story.district },
      lastAction: number % 5 === 4 ? (story.steps.at(-1)?.[1] ?? heard) : "2026-10-12",
      ...(number % 4 === 3 ? {} : { lastTold: "2026-10-12" }),
      nextSteps: "Sample: nobody here exists and nothing here happened.",
    }),
    record("person", person, {
      pseudonym: story.pseudonym,
      cases: [kase],
      roles: ["RO.VICTIM"],
      status: story.status,
      statusAsOf: heard,
      wishes: story.wishes,
      ageBand: story.age,
      gender: story.gender,
      languages: [story.language],
      area: { country: story.country, district: story.district },
      state: "PERSON.ACTIVE",
    }),
    record("identity", named("identity"), {
      person,
      realName: story.name[0],
      otherNames: [story.name[1]],
      safeContact: "Made-up: through the tea shop, never by telephone",
      codeWord: "harvest",
    }),
    record("incident", incident, {
      case: kase,
      title: story.title,
      start: story.when,
      placeType: story.place,
      area: { country: story.country, district: story.district },
      force: story.force,
      narrative: story.translation ?? story.account,
      contexts: ["CONTEXT.QUESTIONING"],
      category: killed ? "AC.DEATHCUST" : "AC.TORTURE",
      peopleKnown: 1,
      proof: number % 2 === 0 ? "SP.GROUNDS" : "SP.ALLEG",
      state: number % 2 === 0 ? "INCIDENT.CORROBORATED" : "INCIDENT.DESCRIBED",
    }),
    record("act", named("act"), {
      case: kase,
      incident,
      victim: person,
      methods: [...story.methods],
      methodWords: story.account,
      start: story.when,
      purposes: ["PU.INFO"],
      nexus: "ON.OFFICIAL",
    }),
    record("involvement", named("involvement"), {
      case: kase,
      who: person,
      what: incident,
      role: "RO.VICTIM",
      certainty: "IC.2",
      sources: [testimony],
    }),
    record("testimony", testimony, {
      case: kase,
      witness: person,
      teller: killed ? "RO.INDIRECT" : "RO.VICTIM",
      incidents: [incident],
      account: story.account,
      language: story.language,
      ...(story.translation === undefined ? {} : { translation: story.translation }),
      heard,
      explained: true,
      consent,
      readBack: number % 3 !== 0,
      state: number % 3 !== 0 ? "TESTIMONY.CONFIRMED" : "TESTIMONY.FINISHED",
    }),
    record("consent", consent, {
      case: kase,
      person,
      keep: "KEEP.YES",
      held: heard,
      giver: killed ? "GIVER.KIN" : story.age === "AG.2" ? "GIVER.GUARDIAN" : "GIVER.SELF",
      capacity: story.age === "AG.2" ? "CY.CHILD" : "CY.FULL",
      mode: story.age === "AG.2" ? "CM.GUARD" : killed ? "CM.KIN" : "CM.ORALWIT",
      language: story.language,
      understood: true,
      comprehension: true,
      inCustody: held(story),
      summaryLeft: true,
    }),
    ...grantsOf(story, number).map((grant, index) =>
      record("grant", named(`grant ${index}`), { case: kase, consent, person, ...grant }),
    ),
    ...story.steps.map(([step, on, outcome], index) =>
      record("remedy-step", named(`step ${index}`), {
        case: kase,
        people: [person],
        step,
        on,
        outcome,
        authority: step === "RS.NHRI" ? "Made-up human rights commission" : "Made-up authority",
        doneBy: index === 0 ? "BY.FAMILY" : "BY.LAWYER",
        state: outcome === "OU.PENDING" || outcome === "OU.NORESP" ? "STEP.PENDING" : "STEP.ANSWERED",
      }),
    ),
  ];

  const files: SampleSpace["files"][number][] = [];
  if (number % 4 === 0) {
    const exhibit = named("exhibit");
    const file = number % 8 === 4 ? drawnTone(number) : number % 16 === 0 ? drawnLetter(number) : drawnPaper(number);
    drafts.push(
      record("exhibit", exhibit, {
        case: kase,
        title: exhibitTitles[file.mediaType] ?? "Complaint with the station's stamp",
        type: file.mediaType === "audio/wav" ? "EV.AUDIO" : "EV.COMPLREC",
        description: "Made up: drawn by a program.",
        ...(file.mediaType === "image/png" && {
          alternative: "A grey sheet with lines of writing and a round stamp.",
        }),
        collected: heard,
        original: true,
        supports: [incident],
        state: "EXHIBIT.STORED",
      }),
    );
    files.push({ exhibit, file });
  }
  if (number % 3 === 0)
    drafts.push(record("passage", named("passage"), passageOf(story, kase, person, testimony, heard)));
  return { drafts, later: laterOf(number, kase, named), files };
}

/** What each person allowed: most little, some nothing any more, one their name. */
function grantsOf(story: Story, number: number): Fields[] {
  const grant = (
    purpose: string,
    audiences: string[],
    identityLevel: string,
    state = "CT.ACTIVE",
    until = "2027-10-31",
  ): Fields => ({
    purpose,
    audiences,
    identityLevel,
    content: ["CC.FACTS", "CC.WORDS"],
    territory: ["WORLD"],
    from: "2026-01-01",
    until,
    state,
    lastAsked: "2026-11-10",
    lastAnswer: "ANSWER.YES",
  });
  const keep = grant("CP.RECORD", ["AU.TEAM", "AU.ORG"], "IL.3");
  if (/only|Nothing now|lawyer only/i.test(story.wishes)) return [keep];
  if (story.wishes.startsWith("Print my name")) return [keep, grant("CP.PUBCASE", ["AU.PUBLIC"], "IL.5")];
  const published = grant("CP.PUBCASE", ["AU.PUBLIC"], number % 2 === 0 ? "IL.2" : "IL.1");
  if (number % 6 === 1) return [keep, { ...published, state: "CT.WITHDRAWN", withdrawn: "2026-11-02" }];
  if (number % 6 === 5) return [keep, { ...published, until: "2026-12-05" }];
  return [keep, published, grant("CP.UNREPORT", ["AU.UNCONF"], "IL.4")];
}

/** A text that was read to the person and cleared for an anonymous brief. */
function passageOf(story: Story, kase: RecordId, person: RecordId, testimony: RecordId, on: string): Fields {
  return {
    case: kase,
    heading: "What the person wants known",
    text: "A person who was held and questioned said that they were hurt until they could no longer stand what was done to them. They asked for a doctor and for a lawyer. They want it to stop.",
    language: "en",
    origin: "ORIGIN.WRITTEN",
    people: [person],
    sources: [testimony],
    content: ["CC.FACTS"],
    identityLevel: "IL.1",
    purposes: ["CP.PUBCASE", "CP.REPORT"],
    audiences: ["AU.PUBLIC"],
    proof: "SP.ALLEG",
    clearedBy: "Made-up editor",
    clearedOn: on,
    readToPerson: story.status !== "VS.DEAD",
  };
}

/** Writings that answer none of those before them: two members wrote apart, and a person must decide. */
function laterOf(number: number, kase: RecordId, named: (name: string) => RecordId): Draft[] {
  const apart = (type: string, id: RecordId, field: string, value: string): Draft => ({
    type,
    id,
    fields: { [field]: value },
    base: { [field]: [] },
  });
  if (number % 10 === 2)
    return [apart("case", kase, "wishes", "A court must read the paper aloud, with the family present.")];
  if (number % 10 === 5) return [apart("incident", named("incident"), "start", "2025-06-23")];
  if (number % 10 === 8) return [apart("person", named("person"), "status", "VS.FREE")];
  return [];
}

const held = ({ status }: Story): boolean => status.startsWith("VS.HELD") || status === "VS.MISSING";

/** Sixteen bytes out of a sentence, the same every time; only for ids of the sample (FNV-1a, then xorshift). */
const bytesOf =
  (sentence: string) =>
  (count: number): Uint8Array => {
    let state = 0x811c9dc5;
    for (const letter of sentence) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return Uint8Array.from({ length: count }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      return state & 255;
    });
  };
