/** The page's composition root: the clock, the stores and the worker are chosen here, and nowhere below. */

import "./trusted-types.ts";
import "./style/index.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { arrivals } from "./outside/arrivals.ts";
import { watchForNewVersion } from "./service-worker/register.ts";
import { dress, preferences } from "./settings/use-preferences.ts";
import { vaultHost } from "./vault/host.ts";
import { formatIn } from "./words/format.ts";
import { speak } from "./words/say.ts";

// An invitation stands in the address: it is taken out of it before anything else is done.
arrivals.takeFrom(window);

// The relay's own page leads straight to the sample.
if (location.hash === "#/sample") {
  sessionStorage.setItem("saksi.which", "sample");
  history.replaceState(null, "", "#/");
}

const element = document.getElementById("root");
if (!element) throw new Error("the page has no root");
const root = createRoot(element);
const host = vaultHost(sessionStorage.getItem("saksi.which") === "sample" ? "sample" : "vault");
const version = watchForNewVersion(navigator.serviceWorker);

async function show(): Promise<void> {
  const chosen = preferences.get();
  dress(document.documentElement, chosen);
  await Promise.all([speak(chosen.language), formatIn(chosen.language)]);
  root.render(<App key={chosen.language} host={host} version={version} now={Date.now} random={random} leave={leave} />);
}

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Quick exit: the screen and the keys go first, then the page; its entry in the history becomes the neutral one. */
function leave(): void {
  host.end();
  root.unmount();
  sessionStorage.clear();
  location.replace(preferences.get().exitTo);
}

// A page that the browser kept whole while away could show what stood on it.
addEventListener("pageshow", (event) => event.persisted && location.reload());

let spoken = preferences.get().language;
preferences.listen(() => {
  const { language } = preferences.get();
  dress(document.documentElement, preferences.get());
  if (language !== spoken) void show();
  spoken = language;
});
void show();
