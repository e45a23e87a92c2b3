/** The first screen: four ways in, each with what will happen, and the truth about how far this may be trusted. */

import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { Icon, type IconName } from "../components/icon.tsx";
import { Notice } from "../components/notice.tsx";
import { useVaultHost } from "../vault/use-vault.ts";
import { type MessageId, say } from "../words/say.ts";
import { JoinForm } from "./join-form.tsx";
import { Outside } from "./outside.tsx";

export function FirstScreen() {
  const host = useVaultHost();
  const [joining, setJoining] = useState(false);
  return (
    <Outside title={say("first.title")}>
      <p>{say("first.what")}</p>
      <Notice tone="waits">
        <strong>{say("not-yet.title")}</strong>
        <p>{say("not-yet.text")}</p>
      </Notice>
      <ul className="ways">
        <li>
          <button
            type="button"
            className="way"
            onClick={() => {
              sessionStorage.setItem("saksi.which", "sample");
              host.turnTo("sample");
            }}
          >
            <Way icon="eye" title="first.sample" text="first.sample.text" />
          </button>
        </li>
        <li>
          <Link className="way" href="/create">
            <Way icon="add" title="first.create" text="first.create.text" />
          </Link>
        </li>
        <li>
          {joining ? (
            <JoinByPaste />
          ) : (
            <button type="button" className="way" onClick={() => setJoining(true)}>
              <Way icon="link" title="first.join" text="first.join.text" />
            </button>
          )}
        </li>
        <li>
          <Link className="way" href="/restore">
            <Way icon="file" title="first.restore" text="first.restore.text" />
          </Link>
        </li>
      </ul>
      <p className="soft">{say("first.exit")}</p>
    </Outside>
  );
}

function Way({ icon, title, text }: { readonly icon: IconName; readonly title: MessageId; readonly text: MessageId }) {
  return (
    <>
      <Icon name={icon} />
      <span>
        <strong>{say(title)}</strong>
        <small>{say(text)}</small>
      </span>
      <Icon name="next" />
    </>
  );
}

function JoinByPaste() {
  const box = useRef<HTMLInputElement>(null);
  // The button that was just pressed is gone; what it asked for takes its place and its focus.
  useEffect(() => box.current?.focus(), []);
  return <JoinForm className="card" box={box} />;
}
