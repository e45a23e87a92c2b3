/** The atlas. Its facts come with its pages, not with the first screen. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const atlasRoutes: readonly Route[] = [
  { path: "/atlas", page: lazy(async () => ({ default: (await import("./atlas-page.tsx")).AtlasPage })) },
  { path: "/atlas/compare", page: lazy(async () => ({ default: (await import("./compare-page.tsx")).ComparePage })) },
  {
    path: "/atlas/calendar",
    page: lazy(async () => ({ default: (await import("./calendar-page.tsx")).CalendarPage })),
  },
  { path: "/atlas/facts", page: lazy(async () => ({ default: (await import("./facts-page.tsx")).FactsPage })) },
  {
    path: "/atlas/:state/new/:type",
    page: lazy(async () => ({ default: (await import("./propose-page.tsx")).ProposePage })),
  },
  {
    path: "/atlas/:state/correct/:part/:which?",
    page: lazy(async () => ({ default: (await import("./propose-page.tsx")).ProposePage })),
  },
  { path: "/atlas/:state", page: lazy(async () => ({ default: (await import("./state-page.tsx")).StatePage })) },
];
