/** Vite: for languages whose dates and names browsers lack, takes them from Node's full data. About 1 KB a language. */

import type { Plugin } from "vite";

const languages = ["km", "lo", "my", "ne", "si", "mn"];
const asiaAndPacific = (
  "AE AF AM AZ BD BH BN BT CN CY FJ FM GE HK ID IL IN IQ IR JO JP KG KH KI KP KR KW KZ LA LB LK MH MM MN MO MV MY NP " +
  "NR NZ OM PG PH PK PS PW QA SA SB SG SY TH TJ TL TM TO TR TV TW UZ VN VU WS YE AU"
).split(" ");
const prefix = "virtual:calendar/";

export function calendar(): Plugin {
  return {
    name: "saksi-calendar",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const tag = languages.find((language) => id === `\0${prefix}${language}`);
      return tag && `export default JSON.parse(${JSON.stringify(JSON.stringify(wordsOf(tag)))});`;
    },
  };
}

function wordsOf(tag: string) {
  const names = new Intl.DisplayNames(tag, { type: "region" });
  return {
    months: Array.from({ length: 12 }, (_, month) => part(tag, { month: "long" }, new Date(Date.UTC(2019, month, 15)))),
    day: pattern(tag, { day: "numeric", month: "long", year: "numeric" }),
    month: pattern(tag, { month: "long", year: "numeric" }),
    countries: Object.fromEntries(asiaAndPacific.map((code) => [code, names.of(code)])),
  };
}

const formatter = (tag: string, fields: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { ...fields, timeZone: "UTC" });

const part = (tag: string, fields: Intl.DateTimeFormatOptions, at: Date) => formatter(tag, fields).format(at);

/** A date in the language with its parts taken out again: `{day} {month} {year}` in the language's own order. */
function pattern(tag: string, fields: Intl.DateTimeFormatOptions): string {
  const parts = formatter(tag, fields).formatToParts(new Date(Date.UTC(2019, 2, 15)));
  return parts.map(({ type, value }) => (["day", "month", "year"].includes(type) ? `{${type}}` : value)).join("");
}
