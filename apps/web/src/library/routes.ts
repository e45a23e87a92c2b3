/** The library of decisions and lessons. Its data comes with its pages, not with the first screen. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const libraryRoutes: readonly Route[] = [
  { path: "/library", page: lazy(async () => ({ default: (await import("./library-page.tsx")).LibraryPage })) },
  { path: "/library/:key", page: lazy(async () => ({ default: (await import("./entry-page.tsx")).EntryPage })) },
];
