/** How one person lets another into a space: a link, six words read aloud, and a yes. */

import type { Page } from "@playwright/test";
import { expect } from "../person.ts";

/** From the page of a space: a link for a writer, also of the smaller circle where asked. */
export async function invite(page: Page, circles: "everyone" | "both" = "everyone"): Promise<string> {
  await page.getByRole("button", { name: "Invite someone" }).click();
  if (circles === "both") await page.getByLabel(/Also identities and clinical details/).check();
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await page.getByRole("button", { name: "Close" }).click();
  return link;
}

/** Who waits with `name` at the door of `page`'s space, and shows six words on `theirs`, is let in and opens the space. */
export async function admit(page: Page, theirs: Page, name: string): Promise<void> {
  await theirs.getByRole("button", { name: "Ask to join" }).click();
  const words = theirs.getByRole("list", { name: "Six words" });
  await expect(words.getByRole("listitem")).toHaveCount(6);
  const request = page.getByRole("region", { name: `Request of ${name}` });
  await expect(request.getByRole("list", { name: "Six words" })).toHaveText((await words.textContent()) ?? "");
  await request.getByLabel(`I heard these six words from ${name}`).check();
  await request.getByRole("button", { name: `Admit ${name} to this space` }).click();
  await expect(page.getByText(`${name} is in.`)).toBeVisible();
  await theirs.getByRole("link", { name: "Open the space" }).click();
}
