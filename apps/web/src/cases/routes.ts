/** Cases: the list and one case. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const caseRoutes: readonly Route[] = [
  { path: "/cases", page: lazy(async () => ({ default: (await import("./cases-page.tsx")).CasesPage })) },
  { path: "/cases/:id", page: lazy(async () => ({ default: (await import("./case-page.tsx")).CasePage })) },
];
