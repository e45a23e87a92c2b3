import type { Day } from "@saksi/domain/partial-date";
import { localDay } from "../frame/local-day.ts";
import { usePage } from "../frame/page.ts";

/** Today on this device's clock: what decides here whether a day has passed. */
export const useToday = (): Day => localDay(usePage().now());
