/** A field's value in words, as it stands in the record: unknowns said plainly, links as links, the person's words unchanged. */

import { asLinks, asNumber, asPlace, asRows, asText, asTexts, asYesNo } from "@saksi/domain/field-values";
import type { Field } from "@saksi/domain/record-type";
import { isUnknown, type Value } from "@saksi/domain/value";
import { termLabel } from "@saksi/domain/vocabulary";
import { formatCountry, formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { BodyDrawing } from "./body-drawing.tsx";
import { marksIn, markWords } from "./body-marks.ts";
import { isBlank } from "./draft-of.ts";
import { unknownWords } from "./no-answer.tsx";
import { PartialDay } from "./partial-day.tsx";
import { RecordLink } from "./record-name.tsx";

interface Shown {
  readonly field: Field | undefined;
  readonly value: Value | undefined;
  /** BCP 47 tag of the words, where the record says it */
  readonly lang?: string | undefined;
}

export function FieldValue({ field, value, lang }: Shown) {
  if (isBlank(value)) return <span className="soft">{say("record.nothing")}</span>;
  if (isUnknown(value)) return <em>{unknownWords(value)}</em>;
  switch (field?.kind) {
    case "text":
      return <Words text={asText(value) ?? ""} lang={lang} long={field.long === true} />;
    case "texts":
      return <Several parts={asTexts(value).map((text) => [text, <Words key={text} text={text} lang={lang} />])} />;
    case "date":
      return <PartialDay text={asText(value) ?? ""} />;
    case "choice":
      return termLabel(field.vocabulary, asText(value) ?? "");
    case "choices":
      return <Several parts={asTexts(value).map((code) => [code, termLabel(field.vocabulary, code)])} />;
    case "link":
    case "links":
      return <Several parts={asLinks(value).map((id) => [id, <RecordLink key={id} id={id} />])} />;
    case "number":
      return <span className="numbers">{withUnit(asNumber(value), field.unit)}</span>;
    case "yes-no":
      return say(asYesNo(value) ? "field.yes" : "field.no");
    case "place":
      return placeWords(value);
    case "body-map":
      return <Marks value={value} />;
    case "list":
      return <Rows of={field.of} value={value} lang={lang} />;
    default:
      // A field of a newer Saksi: shown as it is stored, and kept.
      return <code dir="ltr">{JSON.stringify(value)}</code>;
  }
}

function Words({
  text,
  lang,
  long = false,
}: {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly long?: boolean;
}) {
  return (
    <span className={long ? "words long" : "words"} dir="auto" lang={lang} translate="no">
      {text}
    </span>
  );
}

function Several({ parts }: { readonly parts: readonly (readonly [key: string, shown: React.ReactNode])[] }) {
  const [only, ...rest] = parts;
  if (only && rest.length === 0) return only[1];
  return (
    <ul className="several">
      {parts.map(([key, shown]) => (
        <li key={key}>{shown}</li>
      ))}
    </ul>
  );
}

const withUnit = (value: number | undefined, unit: string | undefined): string =>
  [value === undefined ? "" : formatNumber(value), unit ?? ""].join(" ").trim();

/** From the wide to the near: "Nepal · Bagmati · Lalitpur". */
function placeWords(value: Value | undefined): string {
  const { country, province, district } = asPlace(value) ?? {};
  return [country && formatCountry(country), province, district].filter(Boolean).join(" · ");
}

function Marks({ value }: { readonly value: Value | undefined }) {
  const marks = marksIn(value);
  return (
    <div className="stack tight">
      <BodyDrawing marks={marks} />
      <ol className="several">
        {marks.map((mark) => (
          <li key={`${mark.x} ${mark.y} ${mark.region}`}>
            {markWords(mark)}
            {mark.note && (
              <>
                : <Words text={mark.note} />
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Rows({
  of,
  value,
  lang,
}: {
  readonly of: Readonly<Record<string, Field>>;
  readonly value: Value | undefined;
  readonly lang?: string | undefined;
}) {
  return (
    <ol className="several rows-of">
      {asRows(value).map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own
        <li key={at}>
          {Object.entries(row).map(([name, cell]) => (
            <div key={name}>
              <span className="soft">{of[name]?.label ?? name}: </span>
              <FieldValue field={of[name]} value={cell} lang={lang} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
