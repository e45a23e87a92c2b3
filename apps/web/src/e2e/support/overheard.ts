/** Everything that leaves a browser by the way: addresses it asked for or stood at, and what its pages wrote to the console. */

import type { BrowserContext, Page } from "@playwright/test";

export function overhear(context: BrowserContext): readonly string[] {
  const heard: string[] = [];
  const listen = (page: Page) => {
    page.on("framenavigated", (frame) => heard.push(frame.url()));
    page.on("console", (message) => heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(String(error.stack)));
  };
  context.on("request", (request) => heard.push(request.url(), JSON.stringify(request.headers())));
  context.pages().forEach(listen);
  context.on("page", listen);
  return heard;
}
