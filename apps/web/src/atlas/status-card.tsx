/** A state at one look: bound or not, what it accepted, what is due, who prevents. Each line with its sources. */

import type { Atlas } from "@saksi/treaties/atlas";
import { withdrawals } from "@saksi/treaties/cat-articles";
import { type Cell, surenessOf } from "@saksi/treaties/cell";
import { bands } from "@saksi/treaties/obligations";
import type { StateCard } from "@saksi/treaties/state-card";
import { statusCell } from "@saksi/treaties/treaty-status";
import { PartialDay, spokenDate } from "../records/partial-day.tsx";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";
import { sayValue } from "./atlas-words.ts";
import { Sourced } from "./sourced.tsx";

interface Line {
  readonly label: string;
  readonly value: string;
  readonly detail?: string | null;
  /** The detail is text of the data, in English */
  readonly isQuoted?: true;
  readonly trace: readonly Cell[];
}

export function StatusCard({ card, atlas }: { readonly card: StateCard; readonly atlas: Atlas }) {
  return (
    <>
      <dl className="facts status-card">
        {linesOf(card).map(({ label, value, detail, isQuoted, trace }) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd data-sure={surenessOf(trace)}>
              <Sourced trace={trace} of={label}>
                {value}
              </Sourced>
              {detail && (
                <small className="beneath" {...(isQuoted && { lang: "en" })}>
                  {detail}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {withdrawals(card.state.iso3, atlas).map((row) => (
        <p key={row.treaty}>
          <Sourced trace={[statusCell(row)]} of={row.treaty}>
            {say("atlas.withdrawal", { article: row.treaty.replace("CAT-A", "") })}{" "}
            {row.actionDate === null ? say("atlas.value.unknown") : <PartialDay text={row.actionDate} />}
          </Sourced>
        </p>
      ))}
    </>
  );
}

const linesOf = (card: StateCard): readonly Line[] => [
  treatyLine(card, "cat", "atlas.card.cat"),
  ...([20, 21, 22] as const).map((article) => ({
    label: say(articleNames[article]),
    value: sayValue(card.articles[article].value),
    trace: card.articles[article].trace,
  })),
  treatyLine(card, "opcat", "atlas.card.opcat"),
  {
    label: say("atlas.card.next"),
    value: sayValue(card.reporting.next.value.due ?? "none"),
    detail: say("atlas.card.late", { why: sayValue(card.reporting.late.value.why) }),
    trace: [...card.reporting.next.trace, ...card.reporting.late.trace],
  },
  {
    label: say("atlas.card.mechanism"),
    value: sayValue(card.mechanism.value.status),
    detail: card.mechanism.value.name,
    isQuoted: true,
    trace: card.mechanism.trace,
  },
  {
    label: say("atlas.card.institution"),
    value: sayValue(card.institution.value.accreditation),
    detail: card.institution.value.name,
    isQuoted: true,
    trace: card.institution.trace,
  },
  lawLine(card),
];

const articleNames: Readonly<Record<20 | 21 | 22, MessageId>> = {
  20: "atlas.card.art20",
  21: "atlas.card.art21",
  22: "atlas.card.art22",
};

/** Bound since a day; else how far it came. */
function treatyLine(card: StateCard, part: "cat" | "opcat", label: MessageId): Line {
  const { value, trace } = card[part];
  const row = card.treaties.find(({ code }) => code === part.toUpperCase())?.row;
  const signed = row?.signed ?? null;
  return {
    label: say(label),
    value:
      value === null
        ? say(
            row?.status === "none"
              ? "atlas.class.none"
              : row?.status === "withdrawn"
                ? "atlas.value.withdrawn"
                : "atlas.value.signatory",
          )
        : value === "unknown"
          ? sayValue(row?.status ?? "unknown")
          : say("atlas.card.since", { day: spokenDate(value) }),
    detail: signed === null ? null : say("atlas.card.signed", { day: spokenDate(signed) }),
    trace,
  };
}

const bandNames: readonly MessageId[] = ["atlas.band.0", "atlas.band.1", "atlas.band.2", "atlas.band.3"];

/** What the score of a law is called; what is not known of it is said, never a number. */
export function sayBand(score: StateCard["law"]["score"]["value"]): string {
  if (score === "unknown") return say("atlas.class.law.unknown");
  if (score.band === null) return say("atlas.class.law.hidden");
  if (score.band === "unknown") return say("atlas.class.law.open");
  return say(bandNames[bands.findIndex(({ label }) => label === score.band)] ?? "atlas.value.unknown");
}

function lawLine({ law: { score } }: StateCard): Line {
  const { value, trace } = score;
  return {
    label: say("atlas.card.law"),
    value: sayBand(value),
    detail:
      value === "unknown" || value.score === null
        ? null
        : say("atlas.law.score", { score: formatNumber(value.score), known: formatNumber(value.coverage, "percent") }),
    trace,
  };
}
