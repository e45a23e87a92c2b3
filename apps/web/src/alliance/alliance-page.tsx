/** The spaces of this vault: whose work stands together under one key, and with whom. */

import type { SpaceRow } from "@saksi/vault/port";
import { useState } from "react";
import { Link } from "wouter";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { JoinByLink } from "./join-by-link.tsx";
import { NewSpace } from "./new-space.tsx";
import { SyncBadge } from "./sync-badge.tsx";
import { roleName } from "./words.ts";

export function AlliancePage() {
  const spaces = useRows("spaces", {});
  const [opened, setOpened] = useState<"new" | "join">();
  return (
    <>
      <Heading>{say("place.alliance")}</Heading>
      <p>{say("alliance.text")}</p>
      {spaces === undefined ? (
        <Skeleton />
      ) : spaces.length === 0 ? (
        <Empty
          title={say("alliance.empty.title")}
          action={
            <Button kind="first" icon="add" onClick={() => setOpened("new")}>
              {say("space.new")}
            </Button>
          }
        >
          {say("alliance.empty.text")}
        </Empty>
      ) : (
        <ul className="ways">
          {spaces.map((space) => (
            <li key={space.space}>
              <SpaceLink space={space} />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {spaces !== undefined && spaces.length > 0 && (
          <Button icon="add" onClick={() => setOpened("new")}>
            {say("space.new")}
          </Button>
        )}
        <Button icon="link" onClick={() => setOpened("join")}>
          {say("first.join")}
        </Button>
      </div>
      {opened === "new" && <NewSpace onClose={() => setOpened(undefined)} />}
      {opened === "join" && <JoinByLink onClose={() => setOpened(undefined)} />}
    </>
  );
}

function SpaceLink({ space }: { readonly space: SpaceRow }) {
  return (
    <Link className="way" href={`/alliance/${space.space}`}>
      <Icon name="alliance" />
      <span>
        <strong>{space.name}</strong>
        <small>
          {say("space.line", { members: space.members, records: space.records, role: roleName(space.role) })}
        </small>
        <SyncBadge space={space} />
      </span>
      <Icon name="next" />
    </Link>
  );
}
