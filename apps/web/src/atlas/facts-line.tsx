/** One line on a page of the atlas: whose facts these are, what waits for a second member, and where both are looked after. */

import { Link } from "wouter";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import type { AtlasInUse } from "./use-atlas.ts";

export function FactsLine({ chosen, all, isReady }: Pick<AtlasInUse, "chosen" | "all" | "isReady">) {
  if (!isReady) return null;
  const confirmed = all.filter(({ counts }) => counts.is === "confirmed").length;
  const waiting = all.length - confirmed;
  return (
    <p className="quiet">
      {chosen === null
        ? say("atlas.facts.none-named")
        : say("atlas.facts.from", { space: chosen.space.name, count: confirmed, shown: formatNumber(confirmed) })}{" "}
      <Link href="/atlas/facts">
        {chosen !== null && waiting > 0
          ? say("atlas.facts.waiting", { count: waiting, shown: formatNumber(waiting) })
          : say("atlas.facts.open")}
      </Link>
    </p>
  );
}
