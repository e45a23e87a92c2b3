/** The box and what narrows its results. Enter leads into the results; nothing is sent anywhere. */

import { isSpaceId, type SpaceId } from "@saksi/domain/id";
import { recordTypes } from "@saksi/domain/record-types";
import type { SpaceRow } from "@saksi/vault/port";
import type { Ref } from "react";
import { Field, sensitive } from "../components/field.tsx";
import { say } from "../words/say.ts";

export interface Asked {
  readonly words: string;
  readonly type: string;
  readonly space: SpaceId | "";
}

interface Given {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
  readonly spaces: readonly SpaceRow[];
}

export function SearchForm({
  asked,
  onAsk,
  spaces,
  box,
  onEnter,
}: Given & { readonly box: Ref<HTMLInputElement>; readonly onEnter: () => void }) {
  return (
    <search>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onEnter();
        }}
      >
        <Field label={say("search.words")} help={say("search.help")}>
          {(input) => (
            <input
              {...input}
              {...sensitive}
              ref={box}
              dir="auto"
              type="search"
              value={asked.words}
              onChange={({ target }) => onAsk({ ...asked, words: target.value })}
            />
          )}
        </Field>
        <Narrowing asked={asked} onAsk={onAsk} spaces={spaces} />
      </form>
    </search>
  );
}

function Narrowing({ asked, onAsk, spaces }: Given) {
  return (
    <div className="search-filters">
      <Field label={say("search.type")}>
        {(input) => (
          <select {...input} value={asked.type} onChange={({ target }) => onAsk({ ...asked, type: target.value })}>
            <option value="">{say("search.every-type")}</option>
            {recordTypes.map(({ name, label }) => (
              <option key={name} value={name}>
                {label.many}
              </option>
            ))}
          </select>
        )}
      </Field>
      {spaces.length > 1 && (
        <Field label={say("cases.space")}>
          {(input) => (
            <select
              {...input}
              value={asked.space}
              onChange={({ target }) => onAsk({ ...asked, space: isSpaceId(target.value) ? target.value : "" })}
            >
              <option value="">{say("cases.every-space")}</option>
              {spaces.map(({ space, name }) => (
                <option key={space} value={space}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}
