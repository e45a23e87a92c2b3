/** An address that leads nowhere: an old link, or a record of a space one is no longer in. */

import { ButtonLink } from "../components/button.tsx";
import { Heading } from "../components/heading.tsx";
import { say } from "../words/say.ts";

export function NotFoundPage() {
  return (
    <>
      <Heading>{say("not-found.title")}</Heading>
      <p>{say("not-found.text")}</p>
      <div>
        <ButtonLink to="/">{say("not-found.home")}</ButtonLink>
      </div>
    </>
  );
}
