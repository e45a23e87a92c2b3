/**
 * *Landmark decisions in Asia*: precedents and lessons of the library as a book, by kind of forum and by State. Every
 * entry says where it is known from, up to when, and how sure each part of it is.
 */

import type { CaseRecord } from "@saksi/domain/case-file";
import { asCode, asCodes, asRows, asText, asTexts } from "@saksi/domain/field-values";
import { termLabel, vocabulary } from "@saksi/domain/vocabulary";
import { type Dossier, dossierHash, type Section, type Sha256, type Source } from "./dossier.ts";
import { dateAt } from "./level.ts";
import type { Block, Chart, Citation, Inline } from "./model.ts";
import { bullets, heading, paragraph, section, spokenIn, text } from "./write.ts";

export interface BookletQuestion {
  readonly precedents: readonly CaseRecord[];
  readonly lessons: readonly CaseRecord[];
  readonly title?: string;
  readonly classification?: string;
}

const lang = "en";

export function bookletDossier({ precedents, lessons, title, classification }: BookletQuestion): Dossier {
  const sorted = [...precedents].sort(byStateAndTime);
  const sources = sourcesOf(sorted);
  const kinds = vocabulary("precedent_kinds").filter(({ code }) =>
    sorted.some(({ fields }) => asCode(fields.kind) === code),
  );
  return {
    version: 1,
    kind: "PK.EBOOK",
    use: {
      purpose: "CP.TRAIN",
      audience: "AU.PUBLIC",
      identityLevel: "IL.5",
      territory: "WORLD",
      content: ["CC.FACTS"],
    },
    title: title ?? "Landmark decisions in Asia",
    lang,
    dir: "ltr",
    classification: classification ?? "Public",
    sections: [
      introduction(sorted, kinds),
      ...kinds.map(({ code, label }) =>
        forumSection(
          label,
          sources,
          sorted.filter(({ fields }) => asCode(fields.kind) === code),
        ),
      ),
      ...(lessons.length > 0 ? [lessonSection(lessons, sorted)] : []),
    ],
    people: [],
    sources: [...sources.values()].flat(),
    images: [],
  };
}

/** A book of public decisions touches nobody's grant; still another member than its author reads it before it loses its mark. */
export async function gateBooklet(
  question: BookletQuestion & { readonly approvals: readonly CaseRecord[]; readonly author: string },
  sha256: Sha256,
): Promise<{ readonly dossier: Dossier; readonly hash: string; readonly cleared: boolean }> {
  const dossier = bookletDossier(question);
  const hash = await dossierHash(dossier, sha256);
  const decisions = question.approvals.filter(({ fields }) => asText(fields.dossierHash) === hash);
  const cleared =
    decisions.length > 0 &&
    decisions.every(({ fields, standing }) => asCode(fields.decision) === "DECISION.APPROVED" && !standing?.decision) &&
    decisions.some(({ fields }) => asText(fields.member) !== undefined && fields.member !== question.author);
  return { dossier, hash, cleared };
}

const key = (record: CaseRecord): string => asText(record.fields.key) ?? record.id;
const stateOf = ({ fields }: CaseRecord): string => termLabel("countries", asCode(fields.country) ?? "");

function byStateAndTime(a: CaseRecord, b: CaseRecord): number {
  const order = (record: CaseRecord): string =>
    [stateOf(record), asText(record.fields.decided) ?? "", key(record)].join("\n");
  return order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0;
}

function introduction(
  precedents: readonly CaseRecord[],
  kinds: readonly { readonly code: string; readonly label: string }[],
): Section {
  const reread = precedents.filter(({ fields }) => asCode(fields.checked) !== "knowledge-only").length;
  const states = new Set(precedents.map(stateOf)).size;
  const bars = kinds.map(({ code, label }) => ({
    label,
    value: precedents.filter(({ fields }) => asCode(fields.kind) === code).length,
  }));
  const chart: Chart = {
    type: "chart",
    attrs: {
      ...spokenIn(lang),
      alt: `Decisions by kind of forum: ${bars.map(({ label, value }) => `${label} ${value}`).join(", ")}.`,
      caption: "Decisions by kind of forum",
      data: { kind: "bar", bars },
    },
  };
  return section("About this book", lang, [
    paragraph(
      lang,
      text(
        `${precedents.length} decisions and inquiries on torture and ill-treatment, about ${states} ${states === 1 ? "State or place" : "States and places"}, in our own words.`,
      ),
    ),
    paragraph(
      lang,
      text(
        `${reread} were read again in a public text; the others are from knowledge and say so. Each entry names its sources, the date up to which it is known, and how sure its parts are. Check the text of a decision before you rely on it.`,
      ),
    ),
    ...(bars.length > 0 ? [chart] : []),
    { type: "toc", attrs: spokenIn(lang) },
  ]);
}

function forumSection(title: string, sources: Sources, precedents: readonly CaseRecord[]): Section {
  let state = "";
  const blocks = precedents.flatMap((precedent): Block[] => {
    const own = stateOf(precedent);
    const opening = own === state ? [] : [heading(lang, 1, text(own))];
    state = own;
    return [...opening, ...entry(precedent, sources.get(precedent) ?? [])];
  });
  return section(title, lang, blocks);
}

function entry(precedent: CaseRecord, sources: readonly Source[]): readonly Block[] {
  const { fields } = precedent;
  const said = (label: string, name: string): Block[] => labelled(label, asText(fields[name]));
  const decided = dateAt(6, asText(fields.decided) ?? "");
  const facts = [asText(fields.forum), decided, asText(fields.reference)].filter((one) => one !== undefined);
  const lessons = asTexts(fields.lessons);
  const articles = (asCodes(fields.articles) ?? []).map((code) => termLabel("treaty_articles", code));
  const topics = (asCodes(fields.topics) ?? []).map((code) => termLabel("precedent_topics", code));
  return [
    heading(lang, 2, text(asText(fields.title) ?? key(precedent))),
    paragraph(lang, text(facts.join(" · "), { type: "em" }), ...citations(sources)),
    ...said("Parties", "parties"),
    ...said("Facts", "facts"),
    ...said("Held", "holding"),
    ...said("Remedy ordered", "remedyOrdered"),
    ...said("What followed", "implementation"),
    ...(lessons.length > 0
      ? [
          paragraph(lang, strong("For the next lawyer")),
          bullets(
            lang,
            lessons.map((one) => [text(one)]),
          ),
        ]
      : []),
    ...labelled("Articles", articles.length > 0 ? articles.join(", ") : undefined),
    ...labelled("Topics", topics.length > 0 ? topics.join(", ") : undefined),
    paragraph(lang, strong("Known"), text(` ${known(precedent)}`)),
  ];
}

const strong = (label: string): Inline => text(label, { type: "strong" });

const labelled = (label: string, words: string | undefined): Block[] =>
  words === undefined ? [] : [paragraph(lang, strong(label), text(` ${words}`))];

function known({ fields }: CaseRecord): string {
  const sure = (name: string): string =>
    termLabel("confidence", asCode(fields[name]) ?? "CF.UNK")
      .split(":")[0]
      ?.toLowerCase() ?? "";
  const parts = [
    ["decision", "sureIdentity"],
    ["facts", "sureFacts"],
    ["holding", "sureHolding"],
    ["what followed", "sureImplementation"],
  ].map(([label, name]) => `${label} ${sure(name ?? "")}`);
  const asOf = dateAt(6, asText(fields.asOf) ?? "") ?? "an unknown date";
  const checked = asCode(fields.checked);
  return `up to ${asOf}. How sure: ${parts.join(", ")}. ${checked === undefined ? "" : `${termLabel("fact_checks", checked)}.`}`.trim();
}

type Sources = ReadonlyMap<CaseRecord, readonly Source[]>;

/** Counted in the order of the book, so that ids say nothing. */
function sourcesOf(precedents: readonly CaseRecord[]): Sources {
  let count = 0;
  const sources = precedents.map((precedent) => {
    const own = asRows(precedent.fields.sources).map((row): Source => {
      const words = [row.register, row.citation].filter((one): one is string => typeof one === "string" && one !== "");
      count += 1;
      return { id: `x${count}`, text: words.join(": "), lang };
    });
    return [precedent, own] as const;
  });
  return new Map(sources);
}

const citations = (sources: readonly Source[]): readonly Inline[] =>
  sources.flatMap(({ id }): Inline[] => [text(" "), { type: "citation", attrs: { source: id } } satisfies Citation]);

function lessonSection(lessons: readonly CaseRecord[], precedents: readonly CaseRecord[]): Section {
  const titles = new Map(
    precedents
      .flatMap(
        (one) =>
          [
            [one.id as string, one],
            [key(one), one],
          ] as const,
      )
      .map(([name, one]) => [name, asText(one.fields.title) ?? name]),
  );
  const blocks = lessons.flatMap(({ fields }): Block[] => {
    const from = [...asTexts(fields.precedents), ...asTexts(fields.precedentKeys)].flatMap(
      (name) => titles.get(name) ?? [],
    );
    const sure = asCode(fields.sure);
    const asOf = dateAt(6, asText(fields.asOf) ?? "");
    return [
      heading(lang, 1, text(asText(fields.title) ?? "Lesson")),
      ...labelled("Lesson", asText(fields.lesson)),
      ...labelled("What not to copy", asText(fields.caveat)),
      ...labelled("Drawn from", from.length > 0 ? [...new Set(from)].join("; ") : undefined),
      ...labelled(
        "Known",
        asOf === undefined
          ? undefined
          : `up to ${asOf}${sure === undefined ? "" : `; ${termLabel("confidence", sure)}`}.`,
      ),
    ];
  });
  return section("Lessons", lang, blocks);
}
