/** Gives a space that lived on this device alone a server, so that others can join it. */

import type { SpaceId } from "@saksi/domain/id";
import { useState } from "react";
import { Button } from "../components/button.tsx";
import { ProblemNotice } from "../components/problem-notice.tsx";
import { Progress } from "../components/progress.tsx";
import { useAction } from "../vault/use-action.ts";
import { useVault } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { RelayFields } from "./new-space.tsx";

export function ConnectSpace({ space }: { readonly space: SpaceId }) {
  const vault = useVault();
  const [relay, setRelay] = useState(location.origin);
  const [admission, setAdmission] = useState("");
  const connect = useAction(vault.connectSpace);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void connect.run({ space, relay: relay.trim(), ...(admission && { admission }) });
      }}
    >
      <p>{say("connect.text")}</p>
      <RelayFields relay={relay} onRelay={setRelay} admission={admission} onAdmission={setAdmission} />
      <ProblemNotice problem={connect.problem} />
      {connect.running && <Progress label={say("connect.running")} />}
      <div>
        <Button type="submit" busy={connect.running}>
          {say("connect.do")}
        </Button>
      </div>
    </form>
  );
}
