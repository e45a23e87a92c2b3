/** Home, cases, people, search, conflicts, library: the pages of records. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const recordRoutes: readonly Route[] = [
  { path: "/", page: lazy(async () => ({ default: (await import("../home/home-page.tsx")).HomePage })) },
];
