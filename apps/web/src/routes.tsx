/**
 * Every place inside the open vault. A path holds opaque ids only: no name, no title, no word that was searched for.
 *
 * Each page is a chunk of its own, fetched when it is first opened and kept for work without a network.
 */

import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { atlasRoutes } from "./atlas/routes.ts";
import { caseRoutes } from "./cases/routes.ts";
import type { IconName } from "./components/icon.tsx";
import { libraryRoutes } from "./library/routes.ts";
import { publishRoutes } from "./publish/routes.ts";
import { recordRoutes } from "./records/routes.ts";
import { searchRoutes } from "./search/routes.ts";
import type { MessageId } from "./words/say.ts";

/** What a page is given: the ids of its path. */
export interface PageProps {
  readonly ids: Readonly<Record<string, string>>;
}

export interface Route {
  /** As wouter reads it: `/cases/:id` */
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType<PageProps>>;
}

export const routes: readonly Route[] = [
  ...recordRoutes,
  ...searchRoutes,
  ...libraryRoutes,
  ...atlasRoutes,
  ...caseRoutes,
  ...publishRoutes,
  {
    path: "/alliance",
    page: lazy(async () => ({ default: (await import("./alliance/alliance-page.tsx")).AlliancePage })),
  },
  {
    path: "/alliance/:space",
    page: lazy(async () => ({ default: (await import("./alliance/space-page.tsx")).SpacePage })),
  },
  { path: "/join", page: lazy(async () => ({ default: (await import("./alliance/join-page.tsx")).JoinPage })) },
  {
    path: "/settings",
    page: lazy(async () => ({ default: (await import("./settings/settings-page.tsx")).SettingsPage })),
  },
  { path: "/more", page: lazy(async () => ({ default: (await import("./frame/more-page.tsx")).MorePage })) },
];

/** A place of the navigation. `narrow`: one of the four at the bottom of a small screen; the rest stand behind *More*. */
export interface Place {
  readonly to: string;
  readonly label: MessageId;
  readonly icon: IconName;
  readonly narrow: boolean;
}

export const places: readonly Place[] = [
  { to: "/", label: "place.home", icon: "home", narrow: true },
  { to: "/cases", label: "place.cases", icon: "cases", narrow: true },
  { to: "/search", label: "place.search", icon: "search", narrow: false },
  { to: "/conflicts", label: "place.conflicts", icon: "conflict", narrow: false },
  { to: "/publish", label: "place.publish", icon: "publish", narrow: false },
  { to: "/atlas", label: "place.atlas", icon: "atlas", narrow: false },
  { to: "/library", label: "place.library", icon: "library", narrow: false },
  { to: "/alliance", label: "place.alliance", icon: "alliance", narrow: true },
  { to: "/settings", label: "place.settings", icon: "settings", narrow: false },
];

export const more: Place = { to: "/more", label: "place.more", icon: "more", narrow: true };

/** Whether a place of the navigation is where the person is. */
export const isWithin = (place: string, here: string): boolean =>
  place === "/" ? here === "/" : here === place || here.startsWith(`${place}/`);
