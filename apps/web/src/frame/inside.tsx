/** The frame around every page of an open vault: places, banners, the page, and what waits for the clock. */

import type { Profile, Storage } from "@saksi/vault/port";
import { Suspense, useEffect } from "react";
import { matchRoute, useLocation, useRouter } from "wouter";
import { Skeleton } from "../components/skeleton.tsx";
import { routes } from "../routes.tsx";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { AutoLockNotice } from "./auto-lock-notice.tsx";
import { Banners } from "./banners.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { Places } from "./places.tsx";
import { ProfileContext } from "./profile.ts";

interface Opened {
  readonly profile: Profile;
  readonly storage: Storage;
  /** Places in the log that cannot be read */
  readonly unreadable: number;
}

export function Inside({ profile, storage, unreadable }: Opened) {
  const [here, go] = useLocation();
  const outside = here === "/create" || here === "/restore";
  useEffect(() => {
    if (outside) go("/", { replace: true });
  }, [outside, go]);
  useSyncWhenOnline();
  return (
    <ProfileContext.Provider value={profile}>
      <button type="button" className="button skip" onClick={skipToPage}>
        {say("frame.skip")}
      </button>
      <div className="frame">
        <Places />
        <Banners storage={storage} unreadable={unreadable} />
        <main>
          <Suspense fallback={<Skeleton />}>
            <Page here={outside ? "/" : here} />
          </Suspense>
        </main>
      </div>
      <AutoLockNotice />
    </ProfileContext.Provider>
  );
}

/** The vault tries again by itself, ever more seldom; the browser knows sooner that there is a network again. */
function useSyncWhenOnline(): void {
  const vault = useVault();
  useEffect(() => {
    const sync = () => void vault.sync();
    addEventListener("online", sync);
    return () => removeEventListener("online", sync);
  }, [vault]);
}

/** The hash is the place, so this moves the focus instead of the address. */
function skipToPage(): void {
  document.querySelector<HTMLElement>("main h1")?.focus();
}

function Page({ here }: { readonly here: string }) {
  const { parser } = useRouter();
  for (const { path, page: Shown } of routes) {
    const [matches, ids] = matchRoute(parser, path, here);
    // Another id is another page: it begins fresh.
    if (matches) return <Shown key={here} ids={ids as Readonly<Record<string, string>>} />;
  }
  return <NotFoundPage />;
}
