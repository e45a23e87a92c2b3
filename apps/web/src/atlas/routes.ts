/** The atlas. Its facts come with its pages, not with the first screen. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const atlasRoutes: readonly Route[] = [
  { path: "/atlas", page: lazy(async () => ({ default: (await import("./atlas-page.tsx")).AtlasPage })) },
  { path: "/atlas/:state", page: lazy(async () => ({ default: (await import("./state-page.tsx")).StatePage })) },
];
