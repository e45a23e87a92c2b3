/** What a person sees first: nothing of the vault until it is open. The corner with lock and exit stands on every page. */

import { lazy, Suspense } from "react";
import { Router, useLocation } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { Skeleton } from "./components/skeleton.tsx";
import { Corner } from "./frame/corner.tsx";
import { ErrorScreen } from "./frame/error-screen.tsx";
import { PageContext, type PageFacts } from "./frame/page.ts";
import { CrashedScreen } from "./outside/crashed.tsx";
import { CreateScreen } from "./outside/create.tsx";
import { FirstScreen } from "./outside/first.tsx";
import { RestoreScreen } from "./outside/restore.tsx";
import { UnlockScreen } from "./outside/unlock.tsx";
import type { VaultHost } from "./vault/host.ts";
import { useOpening, VaultContext } from "./vault/use-vault.ts";
import { speakInside } from "./words/say.ts";

const Inside = lazy(async () => {
  const [{ Inside: inside }] = await Promise.all([import("./frame/inside.tsx"), speakInside()]);
  return { default: inside };
});

export function App({ host, ...page }: { readonly host: VaultHost } & PageFacts) {
  return (
    <ErrorScreen>
      <PageContext.Provider value={page}>
        <VaultContext.Provider value={host}>
          <Router hook={useHashLocation}>
            <Stage />
            <Corner />
          </Router>
        </VaultContext.Provider>
      </PageContext.Provider>
    </ErrorScreen>
  );
}

function Stage() {
  const opening = useOpening();
  const [place] = useLocation();
  switch (opening.state) {
    case "starting":
      return (
        <main className="outside">
          <Skeleton />
        </main>
      );
    case "crashed":
      return <CrashedScreen />;
    case "locked":
      return <UnlockScreen />;
    case "absent":
      if (place === "/create" || place === "/join") return <CreateScreen />;
      if (place === "/restore") return <RestoreScreen />;
      return <FirstScreen />;
    case "open":
      return (
        <Suspense
          fallback={
            <main className="outside">
              <Skeleton />
            </main>
          }
        >
          <Inside profile={opening.profile} storage={opening.storage} unreadable={opening.unreadable ?? 0} />
        </Suspense>
      );
  }
}
