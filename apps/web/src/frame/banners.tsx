/** What is true of the whole app right now, one quiet line each, the gravest first. Saved and sent are never confused. */

import type { SpaceRow, Storage } from "@saksi/vault/port";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Link } from "wouter";
import { Button } from "../components/button.tsx";
import { Ago } from "../components/date.tsx";
import { Icon, type IconName } from "../components/icon.tsx";
import type { Tone } from "../components/notice.tsx";
import { preferences, usePreferences } from "../settings/use-preferences.ts";
import { useStorageSpace } from "../settings/use-storage.ts";
import { useRows, useVaultHost } from "../vault/use-vault.ts";
import { formatBytes, formatNumber } from "../words/format.ts";
import { sayProblem } from "../words/problems.ts";
import { say } from "../words/say.ts";
import { useNow, useOnline, usePage } from "./page.ts";

/** Ten minutes: beyond that, times that people write down are wrong. */
const mostSkewMs = 600_000;

export function Banners({ storage, unreadable }: { readonly storage: Storage; readonly unreadable: number }) {
  const known = useRows("spaces", {});
  const spaces = known ?? [];
  const { which } = useVaultHost();
  const sample = which() === "sample";
  return (
    <section className="banners" aria-label={say("banners.label")}>
      {spaces.map((space) => (
        <StoppedBanner key={space.space} space={space} />
      ))}
      {known && !sample && <AsideBanner spaces={known} />}
      {unreadable > 0 && (
        <Banner tone="danger" icon="warning" action={<Link href="/settings">{say("place.settings")}</Link>}>
          {say("banner.unreadable", { count: unreadable })}
        </Banner>
      )}
      <SkewBanner spaces={spaces} />
      {storage === "memory" && !sample && (
        <Banner tone="danger" icon="warning">
          {say("banner.memory")}
        </Banner>
      )}
      <QuotaBanner />
      <OfflineBanner />
      <UnsentBanner spaces={spaces} />
      <VersionBanner />
      {sample ? <SampleBanner /> : <NotYetBanner spaces={spaces} />}
    </section>
  );
}

function Banner({
  tone,
  icon,
  children,
  action,
}: {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="banner" data-tone={tone}>
      <Icon name={icon} />
      <span>{children}</span>
      {action}
    </div>
  );
}

function StoppedBanner({ space: { space, name, sync } }: { readonly space: SpaceRow }) {
  if (sync.phase !== "stopped" || !sync.problem) return null;
  return (
    <Banner tone="danger" icon="warning" action={<Link href={`/alliance/${space}`}>{say("banner.stopped.look")}</Link>}>
      <strong>{say("banner.stopped", { space: name })}</strong> {sayProblem(sync.problem)}
    </Banner>
  );
}

/** What was set aside stays readable and stands on the page of its space; the line goes once it was seen. */
function AsideBanner({ spaces }: { readonly spaces: readonly SpaceRow[] }) {
  const { asideSeen } = usePreferences();
  const aside = spaces.flatMap(({ space, name, sync: { problem } }) =>
    problem?.kind === "set-aside" ? [{ space, name, problem }] : [],
  );
  const count = aside.reduce((sum, { problem }) => sum + problem.entries, 0);
  useEffect(() => {
    if (count < asideSeen) preferences.set({ asideSeen: count });
  }, [count, asideSeen]);
  if (count <= asideSeen) return null;
  return aside.map(({ space, name, problem }) => (
    <Banner
      key={space}
      tone="waits"
      icon="warning"
      action={
        <>
          <Link href={`/alliance/${space}`}>{say("banner.stopped.look")}</Link>
          <Button kind="quiet" onClick={() => preferences.set({ asideSeen: count })}>
            {say("banner.aside.hide")}
          </Button>
        </>
      }
    >
      <strong>{name}</strong> {sayProblem(problem)} {say("banner.aside.where")}
    </Banner>
  ));
}

function SkewBanner({ spaces }: { readonly spaces: readonly SpaceRow[] }) {
  const skews = spaces.flatMap(({ sync }) => (sync.clockSkewMs === null ? [] : [sync.clockSkewMs]));
  const most = Math.max(0, ...skews.map((skew) => Math.abs(skew)));
  return (
    most > mostSkewMs && (
      <Banner tone="waits" icon="waiting">
        {say("banner.clock", { minutes: formatNumber(Math.round(most / 60_000)) })}
      </Banner>
    )
  );
}

function QuotaBanner() {
  const space = useStorageSpace();
  return (
    space?.nearlyFull && (
      <Banner tone="waits" icon="warning" action={<Link href="/settings">{say("place.settings")}</Link>}>
        {say("banner.quota", { left: formatBytes(space.leftBytes) })}
      </Banner>
    )
  );
}

function OfflineBanner() {
  return (
    !useOnline() && (
      <Banner tone="plain" icon="offline">
        {say("banner.offline")}
      </Banner>
    )
  );
}

function UnsentBanner({ spaces }: { readonly spaces: readonly SpaceRow[] }) {
  const now = useNow();
  const waiting = spaces.filter(({ relay, sync }) => relay !== null && sync.unsent + sync.unsentChunks > 0);
  const count = waiting.reduce((sum, { sync }) => sum + sync.unsent, 0);
  const pieces = waiting.reduce((sum, { sync }) => sum + sync.unsentChunks, 0);
  const since = waiting.flatMap(({ sync }) => sync.unsentSince ?? []).sort()[0];
  if (count + pieces === 0) return null;
  return (
    <Banner tone="waits" icon="waiting">
      {count > 0 && say("banner.unsent", { count })} {pieces > 0 && say("banner.unsent-files", { count: pieces })}{" "}
      {since && (
        <>
          {say("banner.unsent-since")} <Ago iso={since} now={now} />
        </>
      )}
    </Banner>
  );
}

function VersionBanner() {
  const { version } = usePage();
  const waits = useSyncExternalStore(version.listen, version.waits);
  return (
    waits && (
      <Banner
        tone="info"
        icon="info"
        action={
          <Button kind="quiet" onClick={version.use}>
            {say("banner.version.use")}
          </Button>
        }
      >
        {say("banner.version")}
      </Banner>
    )
  );
}

function SampleBanner() {
  const host = useVaultHost();
  return (
    <Banner
      tone="info"
      icon="eye"
      action={
        <Button
          kind="quiet"
          onClick={() => {
            sessionStorage.removeItem("saksi.which");
            location.hash = "#/";
            host.turnTo("vault");
          }}
        >
          {say("sample.leave")}
        </Button>
      }
    >
      {say("banner.sample")}
    </Banner>
  );
}

/** Until the cryptography was reviewed, every space but a sample says so. */
function NotYetBanner({ spaces }: { readonly spaces: readonly SpaceRow[] }) {
  if (spaces.length > 0 && spaces.every(({ sample }) => sample)) {
    return (
      <Banner tone="info" icon="eye">
        {say("banner.sample")}
      </Banner>
    );
  }
  return (
    <Banner tone="waits" icon="warning">
      {say("not-yet.title")}
    </Banner>
  );
}
