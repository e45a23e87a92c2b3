/** What six languages need and browsers lack, fetched only when one of them is spoken and the browser admits it. */

export interface CalendarWords {
  /** January first */
  readonly months: readonly string[];
  /** With `{day}`, `{month}` and `{year}` */
  readonly day: string;
  /** With `{month}` and `{year}` */
  readonly month: string;
  /** By ISO 3166-1 code: the states of Asia and the Pacific */
  readonly countries: Readonly<Record<string, string>>;
}

const loaders: Readonly<Record<string, () => Promise<{ default: CalendarWords }>>> = {
  km: () => import("virtual:calendar/km"),
  lo: () => import("virtual:calendar/lo"),
  my: () => import("virtual:calendar/my"),
  ne: () => import("virtual:calendar/ne"),
  si: () => import("virtual:calendar/si"),
  mn: () => import("virtual:calendar/mn"),
};

const base = (tag: string) => tag.split("-")[0] ?? tag;

/** Whether this browser needs help with a language. Asked of the browser, because browsers differ and change. */
export const fallbackFor = (tag: string): boolean =>
  base(tag) in loaders && Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0;

export async function loadFallback(tag: string): Promise<CalendarWords | null> {
  const loaded = await loaders[base(tag)]?.();
  return loaded?.default ?? null;
}
