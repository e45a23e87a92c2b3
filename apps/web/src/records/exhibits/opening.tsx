/** What stands in place of a file while it is opened, or until it has come. */

import { Notice } from "../../components/notice.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { Progress } from "../../components/progress.tsx";
import { say } from "../../words/say.ts";
import type { OpenedFile } from "./use-opened-file.ts";

export function Opening({ opened }: { readonly opened: OpenedFile }) {
  const { coming, problem, progress, running } = opened;
  if (running && !coming)
    return (
      <Progress label={say("exhibit.opening")} {...(progress && { done: progress.done, total: progress.total })} />
    );
  // How far it is and the way to pause it stand once, in the facts of the file.
  if (coming)
    return (
      <Notice>
        <p>{say("exhibit.opens-by-itself")}</p>
      </Notice>
    );
  return <ProblemNotice problem={problem} />;
}
