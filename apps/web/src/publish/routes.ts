/** The pages on which an editor publishes. */

import type { Route } from "../routes.tsx";

export const publishRoutes: readonly Route[] = [];
