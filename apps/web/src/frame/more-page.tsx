/** The places that a small screen has no room for. */

import { Link } from "wouter";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import { places } from "../routes.tsx";
import { say } from "../words/say.ts";

export function MorePage() {
  return (
    <>
      <Heading>{say("place.more")}</Heading>
      <ul className="ways">
        {places
          .filter(({ narrow }) => !narrow)
          .map(({ to, label, icon }) => (
            <li key={to}>
              <Link className="way" href={to}>
                <Icon name={icon} />
                <strong>{say(label)}</strong>
                <Icon name="next" />
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}
