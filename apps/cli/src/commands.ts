/** Every command, in the order in which `saksi help` shows them. */

import type { Command } from "./command.ts";
import { atlas } from "./commands/atlas.ts";
import { facts } from "./commands/atlas-facts.ts";
import { bench } from "./commands/bench.ts";
import { doctor } from "./commands/doctor.ts";
import { fileCommands } from "./commands/files.ts";
import { helpOf } from "./commands/help.ts";
import { init } from "./commands/init.ts";
import { publishCommands } from "./commands/publish.ts";
import { recordCommands } from "./commands/records.ts";
import { sample } from "./commands/sample.ts";
import { site } from "./commands/site.ts";
import { spaceCommands } from "./commands/space.ts";
import { sync } from "./commands/sync.ts";

export const commands: readonly Command[] = [
  init,
  ...spaceCommands,
  ...recordCommands,
  ...fileCommands,
  ...publishCommands,
  site,
  sync,
  atlas,
  facts,
  sample,
  doctor,
  bench,
  helpOf(() => commands),
];
