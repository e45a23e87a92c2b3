/** A day in the orders, languages and years in which people of the region write it. */

const locales = "en en-GB id ms th th-u-ca-gregory km lo my ne hi bn ur si ta vi fil zh ja ko".split(" ");

const written = locales.flatMap((locale) =>
  (["long", "short"] as const).map(
    (month) => new Intl.DateTimeFormat(locale, { day: "numeric", month, year: "numeric", timeZone: "UTC" }),
  ),
);
const thaiMonth = new Intl.DateTimeFormat("th", { month: "long", timeZone: "UTC" });

/** The Buddhist era counts from 543 years before. */
const buddhist = 543;

/** @param day  `1988-03-07` */
export function formsOfDay(day: string): readonly string[] {
  const [year = "", month = "", date = ""] = day.split("-");
  const [m, d] = [Number(month), Number(date)];
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return [];
  const years = [year, String(Number(year) + buddhist)];
  return [
    ...years.flatMap((y) => [`${y}${month}${date}`, `${date}${month}${y}`, `${month}${date}${y}`]),
    ...[...years, ...years.map((y) => y.slice(-2))].flatMap((y) => [
      `${d}/${m}/${y}`,
      `${m}/${d}/${y}`,
      `${date}/${month}/${y}`,
      `${month}/${date}/${y}`,
    ]),
    ...written.map((format) => format.format(at)),
    `${d} ${thaiMonth.format(at)} พ.ศ. ${years[1]}`,
  ];
}
