/** The navigation: at the start side of a wide screen, four places at the bottom of a narrow one. */

import { Link, useLocation } from "wouter";
import { Icon } from "../components/icon.tsx";
import { isWithin, more, type Place, places } from "../routes.tsx";
import { say } from "../words/say.ts";

export function Places() {
  const [here] = useLocation();
  const behindMore = places.some(({ to, narrow }) => !narrow && isWithin(to, here));
  return (
    <nav className="places" aria-label={say("frame.places")}>
      <div className="brand" translate="no">
        <img src="./icon.svg" alt="" width="32" height="32" />
        Saksi
      </div>
      <ul>
        {places.map((place) => (
          <li key={place.to} className={place.narrow ? "" : "wide"}>
            <PlaceLink place={place} current={isWithin(place.to, here)} />
          </li>
        ))}
        <li className="narrow">
          <PlaceLink place={more} current={behindMore || isWithin(more.to, here)} />
        </li>
      </ul>
    </nav>
  );
}

function PlaceLink({ place: { to, label, icon }, current }: { readonly place: Place; readonly current: boolean }) {
  return (
    <Link href={to} aria-current={current ? "page" : undefined}>
      <Icon name={icon} />
      <span>{say(label)}</span>
    </Link>
  );
}
