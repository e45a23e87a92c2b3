/** Spaces and who is in them. */

import type { Role } from "@saksi/vault/port";
import { chooseSpace } from "../choose-space.ts";
import { type Command, done, misused, need, no, Stopped } from "../command.ts";
import { failed } from "../words/problems.ts";

const create: Command = {
  name: "space create",
  usage: "saksi space create NAME [--relay URL] [--admission CODE]",
  help: "Begins a space: records, and the members who share them. Without a relay it lives on this device alone.",
  options: { relay: { type: "string" }, admission: { type: "string" } },
  words: [1, 1],
  async run({ words: [name = ""], options, open }) {
    if (name.trim() === "")
      return misused("empty-name", "A space needs a name, so that its members know it from others.");
    const { relay, admission } = options;
    const given = {
      name,
      ...(typeof relay === "string" ? { relay } : {}),
      ...(typeof admission === "string" ? { admission } : {}),
    };
    const space = need(await (await open()).createSpace(given), failed);
    return done({ space }, space);
  },
};

const connect: Command = {
  name: "space connect",
  usage: "saksi space connect --relay URL [--space ID] [--admission CODE]",
  help: "Gives a space that lived on this device alone a relay, and sends it everything.",
  options: { relay: { type: "string" }, admission: { type: "string" } },
  words: [0, 0],
  async run({ options, open }) {
    const { relay, admission } = options;
    if (typeof relay !== "string") return misused("usage", `Usage: ${connect.usage}`);
    const vault = await open();
    const { space } = await chooseSpace(vault, options);
    need(await vault.connectSpace({ space, relay, ...(typeof admission === "string" ? { admission } : {}) }), failed);
    return done({ space, relay }, `Connected ${space} to ${relay}.`);
  },
};

const list: Command = {
  name: "space list",
  usage: "saksi space list",
  help: "The spaces of this vault.",
  words: [0, 0],
  async run({ open }) {
    const spaces = await (await open()).ask("spaces", {});
    const lines = spaces.map(
      ({ space, name, role, records, sync }) => `${space}  ${name}  ${role}  ${records} records  ${sync.unsent} unsent`,
    );
    return done({ spaces }, ...(lines.length > 0 ? lines : ["No space yet. Begin one with: saksi space create NAME"]));
  },
};

const members: Command = {
  name: "space members",
  usage: "saksi space members [--space ID]",
  help: "Who is in a space, with which role and circles.",
  words: [0, 0],
  async run({ options, open }) {
    const vault = await open();
    const rows = await vault.ask("members", { space: (await chooseSpace(vault, options)).space });
    const lines = rows.map(
      ({ member, name, organisation, role, circles, removed, me, twoFaced }) =>
        `${member}  ${name}, ${organisation}  ${role}  circles ${circles.join(",")}${me ? "  (you)" : ""}${removed ? "  removed" : ""}${twoFaced ? "  LOOK: one of their devices signed two entries in one place" : ""}`,
    );
    return done({ members: rows }, ...lines);
  },
};

const invite: Command = {
  name: "space invite",
  usage: "saksi space invite [--role reader|writer|keeper] [--circles 0,1] | --own [--space ID]",
  help: "Makes a link for one person, good for seven days. Who joins reads everything ever written in the circles you give; for less, open a new space. With --own the link is for one more device of yours, with the rights of this one.",
  options: { role: { type: "string" }, circles: { type: "string" }, own: { type: "boolean" } },
  words: [0, 0],
  async run({ options, open }) {
    if (options.own && (options.role !== undefined || options.circles !== undefined))
      return misused("usage", "A device of your own gets the rights of this one: leave out --role and --circles.");
    const role = options.role ?? "writer";
    const circles = circlesIn(options.circles ?? "0");
    if (!isRole(role)) return misused("bad-role", `--role is reader, writer or keeper, not ${String(role)}.`);
    if (circles === null) return misused("bad-circles", badCircles);
    const vault = await open();
    const { space } = await chooseSpace(vault, options);
    const { link, expiresAt } = need(
      await vault.invite({ space, ...(options.own ? { own: true } : { role, circles }) }),
      failed,
    );
    return done({ link, expiresAt }, link);
  },
};

const join: Command = {
  name: "space join",
  usage: "saksi space join LINK",
  help: "Leaves a request at the door that the link opens, and shows six words. Read them to the person who invited you; then run: saksi sync",
  words: [1, 1],
  async run({ words: [link = ""], open }) {
    const { space, code } = need(await (await open()).join(link), failed);
    return done({ space, code }, code);
  },
};

const admit: Command = {
  name: "space admit",
  usage: "saksi space admit [CODE] [--space ID]",
  help: "Without a code: who waits at the doors of your invitations. With the six words that the person read to you: lets that person in.",
  words: [0, 6],
  async run({ words, options, open }) {
    const vault = await open();
    const { space } = await chooseSpace(vault, options);
    if (words.length === 0) {
      const waiting = need(await vault.waiting(space), failed);
      const rows = waiting.map(({ request, name, code, namesakes }) => ({
        request,
        name,
        code,
        ...(namesakes.length > 0 ? { namesakes } : {}),
      }));
      const lines = waiting.flatMap(({ name, code, namesakes }) => [
        `${code}  ${name}`,
        ...namesakes.map((member) => `  Same name as member ${member}. ${oneMoreDevice}`),
      ]);
      return done({ waiting: rows }, ...(lines.length > 0 ? lines : ["Nobody waits."]));
    }
    const result = await vault.admit({ space, code: words.join(" ") });
    if (!result.ok && result.error.kind === "wrong-code")
      throw new Stopped(no({ admitted: [] }, "Nobody waits with these six words."));
    const { member } = need(result, failed);
    return done({ admitted: [{ member }] }, `Admitted ${member}.`);
  },
};

const remove: Command = {
  name: "space remove",
  usage: "saksi space remove MEMBER [--space ID]",
  help: "Removes every device of a member and changes all keys. What they have read they keep; nothing written from now on is theirs to read.",
  words: [1, 1],
  async run({ words: [member = ""], options, open }) {
    const vault = await open();
    const { space } = await chooseSpace(vault, options);
    need(await vault.remove({ space, member }), failed);
    return done({ removed: member }, `Removed ${member}. New keys are in use.`);
  },
};

const role: Command = {
  name: "space role",
  usage: "saksi space role MEMBER --role reader|writer|keeper --circles 0,1 [--space ID]",
  help: "Gives a member another role or other circles. Fewer circles change the keys; what a member has read they keep.",
  options: { role: { type: "string" }, circles: { type: "string" } },
  words: [1, 1],
  async run({ words: [member = ""], options, open }) {
    if (!isRole(options.role)) return misused("bad-role", `--role is reader, writer or keeper. Usage: ${role.usage}`);
    const circles = circlesIn(options.circles);
    if (circles === null) return misused("bad-circles", badCircles);
    const vault = await open();
    const { space } = await chooseSpace(vault, options);
    need(await vault.changeRights({ space, member, role: options.role, circles }), failed);
    return done(
      { member, role: options.role, circles },
      `${member} is ${options.role} in circles ${circles.join(",")}.`,
    );
  },
};

const oneMoreDevice =
  "If it is the same person with one more device, do not admit it: they run saksi space invite --own. Two numbers of one person can sign as two.";

const badCircles = "--circles takes numbers from 0 to 7, as in 0,1.";

function circlesIn(given: unknown): readonly number[] | null {
  const circles = typeof given === "string" ? given.split(",").map(Number) : [];
  const right = circles.every((circle) => Number.isInteger(circle) && circle >= 0 && circle <= 7);
  return right && circles.length > 0 ? circles : null;
}

const isRole = (word: unknown): word is Role => word === "reader" || word === "writer" || word === "keeper";

export const spaceCommands: readonly Command[] = [create, connect, list, members, invite, join, admit, role, remove];
