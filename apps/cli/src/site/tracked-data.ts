/** Bills, recommendations and commitments as open data, each where there is any. */

import { billCell } from "@saksi/treaties/bills";
import { commitmentCell } from "@saksi/treaties/commitments";
import { recommendationCell } from "@saksi/treaties/recommendations";
import type { Tracked } from "@saksi/treaties/tracked";
import { known, type Table } from "./data-table.ts";

export const trackedTables = ({ bills, recommendations, commitments }: Tracked): readonly Table[] =>
  [
    {
      name: "bills",
      title: "Bills against torture, stage by stage",
      rows: bills.flatMap((bill) =>
        bill.stages.map(({ stage, on, note }) => ({
          id: bill.id,
          state: bill.state,
          bill: bill.title,
          stage,
          reached: on,
          note,
          ...known(billCell(bill)),
        })),
      ),
    },
    {
      name: "recommendations",
      title: "Recommendations, with the grade of each who gave one",
      rows: recommendations.map((one) => ({
        id: one.id,
        state: one.state,
        text: one.text,
        from: one.from,
        document: one.document,
        paragraph: one.paragraph,
        committee_grade: one.committee?.grade ?? null,
        alliance_grade: one.alliance?.grade ?? null,
        institution_grade: one.institution?.grade ?? null,
        ...known(recommendationCell(one)),
      })),
    },
    {
      name: "commitments",
      title: "What offices promised in writing",
      rows: commitments.map((one) => ({
        id: one.id,
        state: one.state,
        text: one.text,
        group: one.group,
        said: one.on,
        confirmed_in_writing: one.writtenOn,
        due: one.due,
        standing: one.standing,
        ...known(commitmentCell(one)),
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
