/** The case brief: background, what happened, law, procedure, outcome, practice, lesson, next. Aim at under 900 words. */

import { daysBetween } from "@saksi/domain/day";
import type { PublishedFigure, PublishedPassage } from "./chosen.ts";
import type { Dossier, Section, Source } from "./dossier.ts";
import { plainText } from "./edition.ts";
import type { PublishedIncident, PublishedStep } from "./facts.ts";
import { dirOf } from "./lang.ts";
import type { Block, Chart } from "./model.ts";
import type { Published } from "./withhold.ts";
import { type BriefPart, briefParts, wordsFor } from "./words.ts";
import { blockquote, heading, paragraph, paragraphs, section, spokenIn, table, text } from "./write.ts";

export interface BriefTexts {
  readonly title: string;
  readonly lang: string;
  /** The editor's words by part: plain text, an empty line between paragraphs */
  readonly parts: Readonly<Partial<Record<BriefPart, string>>>;
  readonly sources?: readonly Source[];
  readonly classification: string;
}

/** Puts what may appear into the template. Parts without anything to say are left out. */
export function briefDossier(published: Published, texts: BriefTexts, use: Dossier["use"]): Dossier {
  const { lang, title, classification } = texts;
  const headings = wordsFor(lang);
  const sections = briefParts.flatMap((part): readonly Section[] => {
    const said = paragraphs(lang, texts.parts[part] ?? "");
    const blocks = [...said, ...factBlocks(part, published)];
    return blocks.length === 0 ? [] : [section(headings.brief[part], headings.lang, blocks)];
  });
  return {
    version: 1,
    kind: "PK.CASE",
    use,
    title,
    lang,
    dir: dirOf(lang),
    classification,
    sections,
    people: published.people.map(({ id }) => id),
    sources: texts.sources ?? [],
    images: published.figures.map(({ image }) => image),
  };
}

/** Words in all sections: a brief that is read is under 900. Scripts without spaces are counted by their own segments. */
export function wordCount({ sections }: Dossier): number {
  return sections.reduce((sum, { blocks, lang }) => {
    const segments = new Intl.Segmenter(lang, { granularity: "word" }).segment(plainText(blocks));
    return sum + [...segments].filter(({ isWordLike }) => isWordLike).length;
  }, 0);
}

function factBlocks(part: BriefPart, published: Published): readonly Block[] {
  if (part === "happened")
    return [
      ...incidentBlocks(published),
      ...published.passages.flatMap(passageBlocks),
      ...published.figures.map(figureBlock),
    ];
  if (part === "procedure") return stepBlocks(published.steps);
  return [];
}

function incidentBlocks({ people, incidents }: Published): readonly Block[] {
  const who = people
    .map(({ name, age }) => [name, age].filter((one) => one !== undefined).join(", "))
    .filter((one) => one !== "");
  const count = people.length === 1 ? "One person" : `${people.length} people`;
  const lead =
    people.length === 0 ? [] : [paragraph("en", text(who.length > 0 ? `${count}: ${who.join("; ")}.` : `${count}.`))];
  const facts = incidents.map(incidentRow).filter((row) => row.some((cell) => cell !== ""));
  if (facts.length === 0) return lead;
  return [...lead, table("en", "What is recorded", [["When", "Where", "By", "What was done"], ...facts])];
}

const incidentRow = ({ when, where, placeType, force, methods }: PublishedIncident): readonly string[] => [
  when ?? "",
  [placeType, where].filter((one) => one !== undefined).join(", "),
  force ?? "",
  methods.join("; "),
];

function passageBlocks({ heading: title, text: words, lang, ownWords }: PublishedPassage): readonly Block[] {
  const said = paragraphs(lang, words);
  return [
    ...(title === undefined ? [] : [heading(lang, 1, text(title))]),
    ...(ownWords ? [blockquote(lang, said)] : said),
  ];
}

const figureBlock = ({ image, alt, caption }: PublishedFigure): Block => ({
  type: "figure",
  attrs: { ...spokenIn("en"), image: image.id, alt, caption },
});

function stepBlocks(steps: readonly PublishedStep[]): readonly Block[] {
  if (steps.length === 0) return [];
  const drawing = timeline(steps);
  const rows = steps.map(({ when, step, outcome }) => [when, step, outcome]);
  return [
    ladder(steps),
    ...(drawing ? [drawing] : []),
    table("en", "Steps and answers", [["When", "Step", "Answer"], ...rows]),
  ];
}

const ladder = (steps: readonly PublishedStep[]): Chart => ({
  type: "chart",
  attrs: {
    ...spokenIn("en"),
    alt: `Steps for remedy: ${steps.map(({ step, outcome }) => `${step}, ${outcome}`).join("; ")}.`,
    caption: "How far remedy went",
    data: { kind: "ladder", rungs: steps.map(({ step, when, state }) => ({ label: step, note: when, state })) },
  },
});

/** Uncertain dates as ranges, on a line from the first to the last day known. */
function timeline(steps: readonly PublishedStep[]): Chart | undefined {
  const dated = steps.flatMap(({ step, when, range }) => (range ? [{ step, when, range }] : []));
  const first = dated.map(({ range }) => range[0]).sort()[0];
  const last = dated
    .map(({ range }) => range[1])
    .sort()
    .at(-1);
  if (dated.length < 2 || first === undefined || last === undefined) return undefined;
  const whole = Math.max(1, daysBetween(first, last));
  const share = (day: string): number => Math.round((daysBetween(first, day) / whole) * 1000) / 1000;
  const spans = dated.map(({ step, when, range }) => ({
    label: step,
    when,
    from: share(range[0]),
    to: share(range[1]),
  }));
  const alt = `When each step was taken: ${dated.map(({ step, when }) => `${step}, ${when}`).join("; ")}.`;
  return { type: "chart", attrs: { ...spokenIn("en"), alt, caption: "When", data: { kind: "timeline", spans } } };
}
