/**
 * Foreign courts that may judge torture committed abroad: candidates with what is missing, never advice (R-UJ-1).
 *
 * Every candidate needs local counsel, a risk review and the survivor's instructions. Nobody contacts a suspect or
 * announces travel. Data: `data/universal-jurisdiction.json`.
 */

import { isBefore } from "@saksi/domain/partial-date";
import data from "../data/universal-jurisdiction.json" with { type: "json" };
import { type Cell, cellOf, type Provenance, readRows, type Traced } from "./cell.ts";
import { allOf, anyOf, type Truth } from "./truth.ts";

export type Context = "isolated" | "cah" | "war_crime" | "genocide";
export type Link =
  | "suspect_present"
  | "suspect_expected"
  | "suspect_resident"
  | "suspect_national"
  | "victim_national"
  | "victim_national_at_time"
  | "victim_resident"
  | "extradition_refused";

export interface Route {
  readonly id: string;
  readonly contextAny: readonly Context[];
  /** Acts on or after it; null: counsel must check */
  readonly dateFrom: string | null;
  readonly needsOfficialCapacity?: boolean;
  /** Alternatives; inside one, all are needed; `none`: no link needed by statute */
  readonly linkAny: readonly (readonly (Link | "none")[])[];
}

export interface Forum extends Provenance {
  /** ISO 3166-1 alpha-2 */
  readonly iso2: string;
  readonly state: string;
  readonly legalBasis: readonly string[];
  readonly presence: string;
  readonly executiveOrProsecutorGate: string | null;
  readonly limitation: string;
  readonly immunity: string;
  readonly landmarkCases: readonly string[];
  readonly practice: string;
  readonly practiceWeight: number;
  readonly notes: readonly string[];
  readonly routes: readonly Route[];
}

export const forums: readonly Forum[] = readRows<Forum>(data.fora, ({ iso2 }) => iso2);
export const forumWarning: string = data.meta.warning;

export interface ForeignFacts {
  /** When it was done, as exact as known */
  readonly done?: string;
  readonly context?: Context;
  /** The suspect acted as, with or like an official */
  readonly officialCapacity?: Truth;
  /** What is known of a link to a state, by its alpha-2 code; what is not said is not known */
  readonly links?: Readonly<Partial<Record<Link, Readonly<Record<string, boolean>>>>>;
  /** Personal immunity while in office, or a real final judgment elsewhere: either stops every route (R-UJ-2) */
  readonly bars?: readonly ("personal-immunity" | "final-judgment")[];
}

export interface Candidate {
  readonly forum: Forum;
  readonly verdict: "eligible" | "possible" | "excluded";
  /** The route that leads furthest */
  readonly route: string | null;
  /** Facts that could make it eligible */
  readonly missing: readonly (Link | "done" | "context" | "official_capacity")[];
  readonly reasons: readonly ("bar" | "before-the-law" | "context" | "no-official" | "no-link")[];
}

/** Every forum, the eligible first, then the possible, the most active first within each. */
export function forumsFor(facts: ForeignFacts): readonly Traced<Candidate>[] {
  const ranks = ["eligible", "possible", "excluded"];
  return forums
    .map((forum) => ({ value: candidate(forum, facts), trace: [forumCell(forum)] }))
    .sort(
      (a, b) =>
        ranks.indexOf(a.value.verdict) - ranks.indexOf(b.value.verdict) ||
        b.value.forum.practiceWeight - a.value.forum.practiceWeight ||
        (a.value.forum.iso2 < b.value.forum.iso2 ? -1 : 1),
    );
}

export const forumCell = (forum: Forum): Cell => cellOf("universal-jurisdiction.json", forum.iso2, forum);

function candidate(forum: Forum, facts: ForeignFacts): Candidate {
  if ((facts.bars ?? []).length > 0) return { forum, verdict: "excluded", route: null, missing: [], reasons: ["bar"] };
  const judged = forum.routes.map((route) => judge(route, forum.iso2, facts));
  const best = judged.find(({ fits }) => fits === true) ?? judged.find(({ fits }) => fits === "unknown");
  if (best?.fits === true) return { forum, verdict: "eligible", route: best.route.id, missing: [], reasons: [] };
  if (!best)
    return {
      forum,
      verdict: "excluded",
      route: null,
      missing: [],
      reasons: each(judged.flatMap(({ reasons }) => reasons)),
    };
  const missing = each(judged.filter(({ fits }) => fits === "unknown").flatMap((one) => one.missing));
  return { forum, verdict: "possible", route: best.route.id, missing, reasons: [] };
}

const each = <Value>(several: readonly Value[]): readonly Value[] => [...new Set(several)];

function judge(route: Route, forum: string, facts: ForeignFacts) {
  const link = (name: Link | "none"): Truth => (name === "none" ? true : (facts.links?.[name]?.[forum] ?? "unknown"));
  const tests = {
    done: isSoonEnough(route.dateFrom, facts.done),
    context: fitsContext(route.contextAny, facts.context),
    official_capacity: route.needsOfficialCapacity ? (facts.officialCapacity ?? "unknown") : true,
    link: anyOf(route.linkAny.map((all) => allOf(all.map(link)))),
  } as const satisfies Readonly<Record<string, Truth>>;
  const open = route.linkAny.flat().filter((name): name is Link => name !== "none" && link(name) === "unknown");
  const named = (["done", "context", "official_capacity"] as const).filter((name) => tests[name] === "unknown");
  const whyNot = {
    done: "before-the-law",
    context: "context",
    official_capacity: "no-official",
    link: "no-link",
  } as const;
  return {
    route,
    fits: allOf(Object.values(tests)),
    missing: [...named, ...(tests.link === "unknown" ? open : [])],
    reasons: (Object.keys(whyNot) as (keyof typeof whyNot)[])
      .filter((name) => tests[name] === false)
      .map((name) => whyNot[name]),
  };
}

/** An act on the first day of the law counts; one whose day is not known may not. */
function isSoonEnough(from: string | null, done: string | undefined): Truth {
  if (from === null) return true;
  if (done === undefined) return "unknown";
  const early = isBefore(done, from);
  return early === undefined ? "unknown" : !early;
}

/** Where every context fits, it need not be known. */
const fitsContext = (any: readonly Context[], context: Context | undefined): Truth =>
  context === undefined ? (any.length === 4 ? true : "unknown") : any.includes(context);
