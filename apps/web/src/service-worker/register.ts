/** Makes the app open without a network, and tells when a new version waits for the person's word. */

export interface NewVersion {
  waits(): boolean;
  listen(listener: () => void): () => void;
  /** Goes over to the new version and loads the page again; the vault locks */
  use(): void;
}

/** What the page says to the service worker; `what-is-ahead` comes with a port for the answer. */
export type ToServiceWorker = "use-now" | "what-is-ahead";

/** @param container  undefined where the browser has none, or forbids it: the app then needs its network to open */
export function watchForNewVersion(container: ServiceWorkerContainer | undefined): NewVersion {
  const listeners = new Set<() => void>();
  let waiting: ServiceWorker | null = null;
  let asked = false;

  const offer = (worker: ServiceWorker | null) => {
    if (!worker || !container?.controller) return;
    waiting = worker;
    for (const listener of listeners) listener();
  };

  async function register(at: ServiceWorkerContainer): Promise<void> {
    const registration = await at.register("./service-worker.js", { updateViaCache: "none" });
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
    });
    at.addEventListener("controllerchange", () => asked && location.reload());
  }
  // Without a service worker everything works while there is a network.
  if (container && import.meta.env.PROD) register(container).catch(() => {});

  return {
    waits: () => waiting !== null,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    use() {
      asked = true;
      const word: ToServiceWorker = "use-now";
      waiting?.postMessage(word);
    },
  };
}
