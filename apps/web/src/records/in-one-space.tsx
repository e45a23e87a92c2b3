/**
 * Pages of a record know it by its id. A member of two spaces can give a record of the one an id of the other; the person
 * then says which is meant, before anything of either is shown.
 */

import type { RecordId, SpaceId } from "@saksi/domain/id";
import { type ReactNode, useState } from "react";
import { Button } from "../components/button.tsx";
import { Heading } from "../components/heading.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

/** @param children  what to show of the record in this space; `undefined` where this device has none of that id */
export function InOneSpace({
  id,
  children,
}: {
  readonly id: RecordId;
  readonly children: (space: SpaceId | undefined) => ReactNode;
}) {
  const rows = useRows("record", { id }, "keep");
  const spaces = useRows("spaces", {}, "keep");
  const [meant, setMeant] = useState<SpaceId>();
  if (rows === undefined || spaces === undefined) return <Skeleton rows={6} />;
  const [first, ...others] = rows;
  if (others.length === 0) return children(first?.space);
  if (rows.some(({ space }) => space === meant)) return children(meant);
  return (
    <>
      <Heading>{say("record.two-spaces")}</Heading>
      <p>{say("record.two-spaces.text")}</p>
      <div className="row">
        {spaces
          .filter(({ space }) => rows.some((row) => row.space === space))
          .map(({ space, name }) => (
            <Button key={space} onClick={() => setMeant(space)}>
              {say("record.two-spaces.open", { space: name })}
            </Button>
          ))}
      </div>
    </>
  );
}
