import { localDay } from "@saksi/domain/local-day";
import type { Day } from "@saksi/domain/partial-date";
import { usePage } from "../frame/page.ts";

/** Today on this device's clock: what decides here whether a day has passed. */
export const useToday = (): Day => localDay(usePage().now());
