/** Asks for the password that a PDF was closed with. It goes to the closed frame and is kept nowhere. */

import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Field, sensitive } from "../../../components/field.tsx";
import { say } from "../../../words/say.ts";

export function PdfPassword({
  wrong,
  onPassword,
}: {
  readonly wrong: boolean;
  readonly onPassword: (password: string) => Promise<void>;
}) {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="cover"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        void onPassword(password).finally(() => setBusy(false));
      }}
    >
      <Field
        label={say("exhibit.pdf.password")}
        help={say("exhibit.pdf.password.help")}
        {...(wrong && { problem: say("exhibit.pdf.password.wrong") })}
      >
        {(input) => (
          <input
            {...input}
            {...sensitive}
            type="password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        {say("exhibit.pdf.password.open")}
      </Button>
    </form>
  );
}
