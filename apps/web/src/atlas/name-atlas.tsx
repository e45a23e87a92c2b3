/** A keeper says which space keeps the alliance's facts for the atlas, or that it no longer does. */

import type { SpaceId } from "@saksi/domain/id";
import type { NamedAtlas } from "@saksi/vault/query/atlas-spaces";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { ChooseSpace } from "../records/new-record.tsx";
import { useAction } from "../vault/use-action.ts";
import { useRows, useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { useToday } from "./use-today.ts";

/** What the naming is for, and the spaces it may be: those of which this person is a keeper. */
export function NameAtlas() {
  const vault = useVault();
  const today = useToday();
  const kept = useRows("spaces", {})?.filter(({ role, sample }) => role === "keeper" && !sample) ?? [];
  const [wanted, setWanted] = useState<SpaceId>();
  const save = useAction(vault.write);
  const chosen = kept.find(({ space }) => space === wanted) ?? (kept.length === 1 ? kept[0] : undefined);
  return (
    <section className="stack" aria-labelledby="name-atlas">
      <h2 id="name-atlas">{say("atlas.name.title")}</h2>
      <p>{say("atlas.name.text")}</p>
      {kept.length === 0 && <Notice tone="waits">{say("atlas.name.keeper")}</Notice>}
      {kept.length > 1 && <ChooseSpace spaces={kept} chosen={chosen?.space} onChoose={setWanted} />}
      <ProblemNotice problem={save.problem} />
      {kept.length > 0 && (
        <div>
          <Button
            kind="first"
            busy={save.running}
            disabled={chosen === undefined}
            onClick={() =>
              void save.run(
                [{ type: "atlas-space", fields: { title: chosen?.name ?? "", on: today, kept: true } }],
                chosen?.space,
              )
            }
          >
            {chosen ? say("atlas.name.do", { space: chosen.name }) : say("atlas.name.choose")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Its facts stay in the space; the atlas shows what is shipped again. */
export function UnnameAtlas({ named: { space, record } }: { readonly named: NamedAtlas }) {
  const vault = useVault();
  const save = useAction(vault.write);
  if (space.role !== "keeper") return null;
  return (
    <details>
      <summary>{say("atlas.unname.title")}</summary>
      <div className="stack">
        <p>{say("atlas.unname.text", { space: space.name })}</p>
        <ProblemNotice problem={save.problem} />
        <div>
          <Button
            busy={save.running}
            onClick={() =>
              void save.run([{ type: "atlas-space", id: record.id, fields: { kept: false } }], space.space)
            }
          >
            {say("atlas.unname.do", { space: space.name })}
          </Button>
        </div>
      </div>
    </details>
  );
}
