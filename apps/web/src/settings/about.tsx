/** What this is, under which licence, and where the truth about its limits stands. */

import { say } from "../words/say.ts";

export function About() {
  return (
    <section aria-labelledby="about">
      <h2 id="about">{say("about.title")}</h2>
      <p>{say("about.text")}</p>
      <p>{say("not-yet.text")}</p>
      <p className="soft">{say("about.licence")}</p>
    </section>
  );
}
