/** Answers the questions of a record form, each by the name of its field and the kind of its input. */

import type { Locator, Page } from "@playwright/test";
import { expect } from "../person.ts";

/** One answer. `is`: radios or a list, `are`: boxes, by the first words of the label; `to`: other records, by what they are called. */
export type Answer =
  | string
  | { readonly is: string }
  | { readonly are: readonly string[] }
  | { readonly to: readonly string[] };

/** A new record of a type, in the case of that id where one is given; saved although some answers are missing. */
export async function record(page: Page, where: string, answers: Readonly<Record<string, Answer>>): Promise<string> {
  await page.goto(`#/new/${where}`);
  await page.locator("form.record-form").waitFor();
  const closed = page.locator("details.more-fields:not([open]) > summary");
  while ((await closed.count()) > 0) await closed.first().click();
  for (const [field, answer] of Object.entries(answers)) {
    await answerIn(page, page.locator(`form.record-form [data-field="${field}"]`), answer);
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const anyway = page.getByRole("button", { name: "Save it as it is" });
  const saved = page.getByRole("button", { name: "Edit", exact: true });
  await expect(anyway.or(saved)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(saved).toBeVisible();
  return new URL(page.url()).hash.split("/").at(-1) ?? "";
}

async function answerIn(page: Page, row: Locator, answer: Answer): Promise<void> {
  if (typeof answer === "string") return row.getByRole("textbox").first().fill(answer);
  if ("to" in answer) {
    for (const name of answer.to) {
      await row.getByRole("button", { name: /^Choose/ }).click();
      await page.getByRole("dialog").getByRole("button", { name }).click();
    }
    return;
  }
  if ("are" in answer) {
    const opener = row.locator("details.grouped > summary");
    if ((await opener.count()) > 0) await opener.click();
    for (const label of answer.are) {
      const box = row
        .locator("label.choice")
        .filter({ hasText: new RegExp(`^${label}`) })
        .first();
      if (!(await box.isVisible())) await row.getByRole("searchbox").fill(label);
      await box.locator("input").check();
    }
    return;
  }
  const list = row.locator("select");
  if ((await list.count()) === 0) return row.getByLabel(answer.is).first().check();
  const wanted = list.locator("option").filter({ hasText: new RegExp(`^${answer.is}`) });
  await list.selectOption((await wanted.first().getAttribute("value")) ?? "");
}
