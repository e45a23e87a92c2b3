/** Takes an invitation link that someone sent by another way, and goes where it is answered. */

import { type RefObject, useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../components/button.tsx";
import { Field, sensitive } from "../components/field.tsx";
import { say } from "../words/say.ts";
import { arrivals } from "./arrivals.ts";

export function JoinForm({
  className,
  box,
  onTaken,
}: {
  readonly className: string;
  /** The box for the link, for whoever moves the focus there */
  readonly box?: RefObject<HTMLInputElement | null>;
  readonly onTaken?: () => void;
}) {
  const [, go] = useLocation();
  const [link, setLink] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (!link.includes("#")) return setWrong(true);
        arrivals.set(link.trim());
        onTaken?.();
        go("/join");
      }}
    >
      <Field label={say("join.link")} help={say("join.link.help")} problem={wrong && say("problem.bad-link")}>
        {(input) => (
          <input
            {...input}
            {...sensitive}
            className="link-box"
            inputMode="url"
            required
            ref={box}
            value={link}
            onChange={(event) => setLink(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button kind="first" type="submit">
          {say("join.go-on")}
        </Button>
      </div>
    </form>
  );
}
