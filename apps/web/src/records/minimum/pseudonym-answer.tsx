/** What to call the person: typed, or one of our own word pairs that nobody in the space has yet. */

import { asText } from "@saksi/domain/field-values";
import { suggestPseudonym } from "@saksi/domain/pseudonyms";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { usePage } from "../../frame/page.ts";
import { useRows } from "../../vault/use-vault.ts";
import { say } from "../../words/say.ts";
import type { FieldProps } from "../field-props.ts";
import { TextInput } from "../inputs/text-input.tsx";

export function PseudonymAnswer({ label, ...given }: Omit<FieldProps<"text">, "field"> & { readonly label: string }) {
  const { random } = usePage();
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [pair, setPair] = useState(() => suggestPseudonym(random, []));
  const same = useRows("records", { type: "person", where: { pseudonym: pair ?? "" }, space: given.space, limit: 1 });
  const another = () => {
    const seen = pair === undefined ? taken : [...taken, pair];
    setTaken(seen);
    setPair(suggestPseudonym(random, seen));
  };
  const free = pair !== undefined && same !== undefined && same.length === 0;
  return (
    <div className="stack">
      <div className="row">
        {free && (
          <Button onClick={() => given.onChange(pair)} aria-pressed={asText(given.value) === pair}>
            {say("minimum.call-them", { name: pair })}
          </Button>
        )}
        <Button kind="quiet" onClick={another}>
          {say("minimum.another-name")}
        </Button>
      </div>
      <TextInput {...given} field={{ kind: "text", label, class: "sensitive" }} />
    </div>
  );
}
