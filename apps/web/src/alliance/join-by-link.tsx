/** Takes an invitation link that someone sent by another way. */

import { useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, sensitive } from "../components/field.tsx";
import { arrivals } from "../outside/arrivals.ts";
import { say } from "../words/say.ts";

export function JoinByLink({ onClose }: { readonly onClose: () => void }) {
  const [, go] = useLocation();
  const [link, setLink] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <Dialog title={say("first.join")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!link.includes("#")) return setWrong(true);
          arrivals.set(link.trim());
          onClose();
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
    </Dialog>
  );
}
