/** Recommendations to a state. The Committee's grade, the alliance's and an institution's each stand under a name of their own. */

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
      <ul className="fact-list">
        {recommendations.map(({ value, isConfirmed }) => (
          <li key={value.id} className="fact-item stack tight">
            <div className="row apart">
              <Sourced trace={[recommendationCell(value)]} of={value.text}>
                <Link href={`/records/${value.id}`}>
                  <bdi>{value.text}</bdi>
                </Link>
              </Sourced>
              <ConfirmedBadge isConfirmed={isConfirmed} />
            </div>
            <Made of={value} />
            <dl className="grades">
              {graders.map((by) => (
                <div key={by}>
                  <dt>{say(graderNames[by])}</dt>
                  <dd>
                    <GradeOf one={value} by={by} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By whom, where it stands, until when. */
function Made({ of: { from, document, paragraph, isFollowUp, deadline } }: { readonly of: Recommendation }) {
  const place = [termLabel("recommendation_sources", from), document, paragraph && `§ ${paragraph}`].filter(Boolean);
  return (
    <p className="soft">
      {place.join(" · ")}
      {isFollowUp === true && ` · ${say("atlas.followed.follow-up")}`}
      {deadline !== null && (
        <>
          {" · "}
          {say("atlas.followed.by")} <PartialDay text={deadline} />
        </>
      )}
    </p>
  );
}

function GradeOf({ one, by }: { readonly one: Recommendation; readonly by: Grader }) {
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
