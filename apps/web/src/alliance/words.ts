/** Roles and circles in words that everyone understands. */

import type { Role } from "@saksi/vault/port";
import { type MessageId, say } from "../words/say.ts";

const names: Readonly<Record<Role, MessageId>> = {
  keeper: "role.keeper",
  writer: "role.writer",
  reader: "role.reader",
};
const meanings: Readonly<Record<Role, MessageId>> = {
  keeper: "role.keeper.text",
  writer: "role.writer.text",
  reader: "role.reader.text",
};

export const roles: readonly Role[] = ["writer", "reader", "keeper"];
export const roleName = (role: Role): string => say(names[role]);
export const roleMeaning = (role: Role): string => say(meanings[role]);

/** What the circles a person was given let them read. */
export const circlesRead = (circles: readonly number[]): string =>
  circles.some((circle) => circle > 0) ? say("circles.both") : say("circles.everyone");
