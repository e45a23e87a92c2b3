/** The pages on which an editor publishes. */

import { lazy } from "react";
import type { Route } from "../routes.tsx";

export const publishRoutes: readonly Route[] = [
  {
    path: "/publish",
    page: lazy(async () => ({ default: (await import("./publications-page.tsx")).PublicationsPage })),
  },
  {
    path: "/publish/:case",
    page: lazy(async () => ({ default: (await import("./case-briefs-page.tsx")).CaseBriefsPage })),
  },
  {
    path: "/publish/:case/:publication",
    page: lazy(async () => ({ default: (await import("./brief-page.tsx")).BriefPage })),
  },
];
