/** What followed joining in each state, on one line that begins, for all, on the day they joined. The table beneath says the same. */

import type { Atlas } from "@saksi/treaties/atlas";
import { type Reform, reformPath } from "@saksi/treaties/reform-path";
import { stateOf } from "@saksi/treaties/states";
import { formatNumber } from "../words/format.ts";
import { type MessageId, say } from "../words/say.ts";

const stepNames: Readonly<Record<Reform["step"], MessageId>> = {
  signature: "atlas.reform.signature",
  ratification: "atlas.reform.ratification",
  law: "atlas.reform.law",
  court: "atlas.reform.court",
  institution: "atlas.reform.institution",
  protocol: "atlas.reform.protocol",
  mechanism: "atlas.reform.mechanism",
  complaints: "atlas.reform.complaints",
};

export function ReformPaths({ codes, atlas }: { readonly codes: readonly string[]; readonly atlas: Atlas }) {
  const paths = codes.map((code) => ({ code, steps: reformPath(code, atlas).map(({ value }) => value) }));
  const years = paths.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.years ? [step.years.least, step.years.most] : [])),
  );
  const [least, most] = [Math.floor(Math.min(-1, ...years)), Math.ceil(Math.max(10, ...years))];
  const share = (year: number): string => `${((year - least) / (most - least)) * 100}%`;
  const ticks = Array.from({ length: most - least + 1 }, (_, at) => least + at).filter((year) => year % 10 === 0);
  return (
    <>
      <p>{say("atlas.reform.text")}</p>
      <div className="lanes" aria-hidden="true">
        {paths.map(({ code, steps }) => (
          <div key={code} className="lane">
            <bdi>{stateOf(code)?.name ?? code}</bdi>
            <div className="lane-line" data-outside={!steps.some(({ years: since }) => since)}>
              {steps.some(({ years: since }) => since) ? (
                steps.flatMap(({ step, years: since }) =>
                  since === null ? (
                    []
                  ) : (
                    <i
                      key={step}
                      className="reform-mark"
                      data-step={step}
                      title={`${say(stepNames[step])}: ${formatNumber(since.least)}`}
                      style={{ "--at": share((since.least + since.most) / 2) } as object /* a custom property */}
                    >
                      {letters[step]}
                    </i>
                  ),
                )
              ) : (
                <span className="lane-unknown">{say("atlas.reform.not-joined")}</span>
              )}
            </div>
          </div>
        ))}
        <div className="lane">
          <span />
          <div className="lane-years numbers">
            {ticks.map((year) => (
              <small key={year} style={{ "--at": share(year) } as object /* a custom property */}>
                {formatNumber(year)}
              </small>
            ))}
          </div>
        </div>
      </div>
      <ul className="legend quiet" aria-hidden="true">
        {order.map((step) => (
          <li key={step}>
            <i className="reform-mark" data-step={step}>
              {letters[step]}
            </i>
            {say(stepNames[step])}
          </li>
        ))}
      </ul>
    </>
  );
}

const order = Object.keys(stepNames) as readonly Reform["step"][]; // its own keys
/** A sign that stands in the legend, so that no colour has to be told from another. */
const letters: Readonly<Record<Reform["step"], string>> = {
  signature: "1",
  ratification: "2",
  law: "3",
  court: "4",
  institution: "5",
  protocol: "6",
  mechanism: "7",
  complaints: "8",
};
