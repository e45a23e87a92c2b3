/** Home, and one record: read, written, begun; the minimum record, consent, conflicts. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const recordRoutes: readonly Route[] = [
  { path: "/", page: lazy(async () => ({ default: (await import("../home/home-page.tsx")).HomePage })) },
  { path: "/records/:id", page: lazy(async () => ({ default: (await import("./record-page.tsx")).RecordPage })) },
  {
    path: "/cases/:case/new",
    page: lazy(async () => ({ default: (await import("./choose-type-page.tsx")).ChooseTypePage })),
  },
  { path: "/new/:type", page: lazy(async () => ({ default: (await import("./new-record.tsx")).NewRecordPage })) },
  { path: "/new/:type/:case", page: lazy(async () => ({ default: (await import("./new-record.tsx")).NewRecordPage })) },
  {
    path: "/minimum",
    page: lazy(async () => ({ default: (await import("./minimum/minimum-page.tsx")).MinimumPage })),
  },
  {
    path: "/consent/:case/:person",
    page: lazy(async () => ({ default: (await import("./consent/consent-page.tsx")).ConsentPage })),
  },
  { path: "/conflicts", page: lazy(async () => ({ default: (await import("./conflicts-page.tsx")).ConflictsPage })) },
];
