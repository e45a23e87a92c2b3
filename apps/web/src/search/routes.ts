/** Search over everything this member may open. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const searchRoutes: readonly Route[] = [
  { path: "/search", page: lazy(async () => ({ default: (await import("./search-page.tsx")).SearchPage })) },
];
