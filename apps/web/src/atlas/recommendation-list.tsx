/** Recommendations to a state. The Committee's grade, the alliance's and an institution's each stand in a column of their own. */

import { termLabel } from "@saksi/domain/vocabulary";
import {
  type Grader,
  gradeCells,
  graders,
  letterOf,
  type Recommendation,
  recommendationCell,
} from "@saksi/treaties/recommendations";
import { Link } from "wouter";
import { Table } from "../components/table.tsx";
import { PartialDay } from "../records/partial-day.tsx";
import { type MessageId, say } from "../words/say.ts";
import { ConfirmedBadge, type Seen } from "./confirmed-badge.tsx";
import { Sourced } from "./sourced.tsx";

const graderNames: Readonly<Record<Grader, MessageId>> = {
  committee: "atlas.grade.committee",
  alliance: "atlas.grade.alliance",
  institution: "atlas.grade.institution",
};

export function RecommendationList({ recommendations }: { readonly recommendations: readonly Seen<Recommendation>[] }) {
  return (
    <section className="stack">
      <h2 className="small-heading">{say("atlas.followed.recommendations")}</h2>
      <p className="soft">{say("atlas.grade.apart")}</p>
      <Table
        caption={say("atlas.followed.recommendations")}
        rows={recommendations}
        keyOf={({ value }) => value.id}
        columns={[
          { name: "text", label: say("atlas.followed.recommended"), cell: (one) => <Asked of={one} /> },
          ...graders.map((by) => ({
            name: by,
            label: say(graderNames[by]),
            cell: ({ value }: Seen<Recommendation>) => <GradeCell one={value} by={by} />,
          })),
        ]}
      />
    </section>
  );
}

function Asked({ of: { value, isConfirmed } }: { readonly of: Seen<Recommendation> }) {
  const { id, text, from, document, paragraph, isFollowUp, deadline } = value;
  const place = [termLabel("recommendation_sources", from), document, paragraph && `§ ${paragraph}`].filter(Boolean);
  return (
    <>
      <Sourced trace={[recommendationCell(value)]} of={text}>
        <Link href={`/records/${id}`}>
          <bdi>{text}</bdi>
        </Link>
      </Sourced>
      <small className="beneath">
        {place.join(" · ")}
        {isFollowUp === true && ` · ${say("atlas.followed.follow-up")}`}
        {deadline !== null && (
          <>
            {" · "}
            {say("atlas.followed.by")} <PartialDay text={deadline} />
          </>
        )}
      </small>
      <ConfirmedBadge isConfirmed={isConfirmed} />
    </>
  );
}

function GradeCell({ one, by }: { readonly one: Recommendation; readonly by: Grader }) {
  const grade = one[by];
  if (grade === null) return <span className="soft">{say("atlas.grade.none")}</span>;
  return (
    <>
      <Sourced trace={gradeCells(one, by)} of={`${say(graderNames[by])}: ${one.text}`}>
        {termLabel("implementation_grades", grade.grade)} <small>({letterOf(grade)})</small>
      </Sourced>
      {grade.on !== null && (
        <small className="beneath">
          <PartialDay text={grade.on} />
        </small>
      )}
    </>
  );
}
