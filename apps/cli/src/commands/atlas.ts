import { localDay } from "@saksi/domain/local-day";
import type { StateCard } from "@saksi/treaties/state-card";
import { type Command, done, type Outcome } from "../command.ts";
import { atlasHere, plainFacts } from "./atlas-here.ts";
import { linesOfFacts, linesOfOverview, linesOfState, linesOfTracked } from "./atlas-lines.ts";

/** Asia at one look, or one state with every source: as shipped, or as the members of the vault's atlas space confirmed. Reads; never writes. */
export const atlas: Command = {
  name: "atlas",
  usage: "saksi atlas [STATE] [--shipped] [--space ID]",
  help: "Who is bound by the Convention against Torture, who is late, which law falls short, who hears a complaint; each with its source. STATE is a name or an ISO code. Needs no vault; where there is one with a space named as the atlas, facts that a second member confirmed there stand in place of the shipped ones, and each says so. --shipped leaves them out.",
  options: { shipped: { type: "boolean" } },
  words: [0, 8],
  async run(call) {
    const { words, world } = call;
    const today = localDay(world.now());
    if (words.length === 0) {
      const { overview } = await import("@saksi/treaties/overview"); // the atlas is large, other commands do without
      const here = await atlasHere(call, "say so and take what is shipped");
      const whole = overview(today, here.atlas);
      const lines = linesOfOverview(whole, await namer());
      return done({ today, ...whole, facts: plainFacts(here) }, ...linesOfFacts(here), ...lines);
    }
    const [{ findState }, { stateCard }, { trackedIn }] = await Promise.all([
      import("@saksi/treaties/states"),
      import("@saksi/treaties/state-card"),
      import("@saksi/treaties/tracked"),
    ]);
    const found = findState(words.join(" "));
    if ("near" in found) return noSuchState(words.join(" "), found.near);
    const here = await atlasHere(call, "say so and take what is shipped");
    const card = stateCard(found.state, today, here.atlas);
    const tracked = trackedIn(found.state.iso3, here.tracked);
    return done(
      { today, ...plainCard(card), ...tracked, facts: plainFacts(here) },
      ...linesOfFacts(here),
      ...linesOfState(card),
      ...linesOfTracked(tracked),
    );
  },
};

export type Namer = (code: string) => string;

async function namer(): Promise<Namer> {
  const { stateOf } = await import("@saksi/treaties/states");
  return (code) => stateOf(code)?.name ?? code;
}

function noSuchState(text: string, near: readonly { readonly iso3: string; readonly name: string }[]): Outcome {
  const names = near.map(({ name, iso3 }) => `${name} (${iso3})`);
  const problem = { kind: "no-such-state", near: near.map(({ iso3, name }) => ({ iso3, name })) };
  const hint = names.length > 0 ? `Did you mean ${names.join(", ")}?` : "Give a name or an ISO code, such as MYS.";
  return { kind: "failed", exit: 2, problem, message: `The atlas has no state called ${text}. ${hint}` };
}

/** The card for scripts: long texts of laws and procedures are named by their codes, every cell stays. */
const plainCard = ({ law, procedures, ...card }: StateCard) => ({
  ...card,
  law: {
    act: law.act && { id: law.act.id, title: law.act.title, citation: law.act.citation, status: law.act.status },
    score: law.score,
    matrix: law.matrix,
    asks: law.asks.map(({ value: { item, status, takes, models }, trace }) => ({
      item: item.id,
      text: item.text,
      weight: item.weight,
      status,
      takes,
      models: models.map(({ law: model, item: found }) => ({
        state: model.state,
        law: model.title,
        section: found.section,
      })),
      trace,
    })),
  },
  procedures: procedures.map(({ value: { procedure, isOpen, acceptedOn }, trace }) => ({
    code: procedure.code,
    name: procedure.name,
    kind: procedure.kind,
    isOpen,
    acceptedOn,
    trace,
  })),
});
