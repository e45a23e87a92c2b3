/** Words and four choices; each choice says how many entries it leaves. */

import { Button } from "../components/button.tsx";
import { Field, sensitive } from "../components/field.tsx";
import { formatNumber } from "../words/format.ts";
import { say } from "../words/say.ts";
import { facetLabel, facetTitles } from "./entry-words.ts";
import { choicesOf, everything, facets, isNarrowed, type LibraryFilter } from "./find.ts";

export function Filters({
  filter,
  onFilter,
}: {
  readonly filter: LibraryFilter;
  readonly onFilter: (filter: LibraryFilter) => void;
}) {
  return (
    <search className="stack" data-print="no">
      <Field label={say("library.words")} help={say("library.words.help")}>
        {(input) => (
          <input
            {...input}
            {...sensitive}
            type="search"
            value={filter.words}
            onChange={({ target }) => onFilter({ ...filter, words: target.value })}
          />
        )}
      </Field>
      <div className="library-filters">
        {facets.map((facet) => (
          <Field key={facet} label={say(facetTitles[facet])}>
            {(input) => (
              <select
                {...input}
                value={filter[facet]}
                onChange={({ target }) => onFilter({ ...filter, [facet]: target.value })}
              >
                <option value="">{say("library.every")}</option>
                {withChosen(choicesOf(facet, filter), filter[facet]).map(({ value, count }) => (
                  <option key={value} value={value}>
                    {say("library.choice", { name: facetLabel(facet, value), shown: formatNumber(count) })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      {isNarrowed(filter) && (
        <div>
          <Button kind="quiet" icon="close" onClick={() => onFilter(everything)}>
            {say("library.clear")}
          </Button>
        </div>
      )}
    </search>
  );
}

/** What is chosen stays in the list, also when words leave nothing of it. */
const withChosen = (choices: ReturnType<typeof choicesOf>, chosen: string): ReturnType<typeof choicesOf> =>
  chosen === "" || choices.some(({ value }) => value === chosen) ? choices : [...choices, { value: chosen, count: 0 }];
