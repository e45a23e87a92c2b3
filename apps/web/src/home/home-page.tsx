/** What needs me today; before there is anything, the first step. */

import { ButtonLink } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";

export function HomePage() {
  const spaces = useRows("spaces", {});
  return (
    <>
      <Heading>{say("place.home")}</Heading>
      {spaces === undefined ? (
        <Skeleton />
      ) : (
        spaces.length === 0 && (
          <Empty
            title={say("home.empty.title")}
            action={
              <ButtonLink kind="first" icon="add" to="/alliance">
                {say("home.empty.action")}
              </ButtonLink>
            }
          >
            {say("home.empty.text")}
          </Empty>
        )
      )}
    </>
  );
}
