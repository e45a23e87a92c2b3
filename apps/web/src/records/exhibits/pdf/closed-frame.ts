/**
 * A frame that is closed on all sides, to run what handles a hostile file: `sandbox="allow-scripts"` gives it an origin
 * that is nobody's, so no storage, no channel and no vault of ours; its document is a Blob, so it has this app's policy,
 * and its own narrows that to one script and the worker that this script starts. Not shown: a person sees what the page
 * draws of the answers.
 *
 * A service worker does not serve such a frame, so nothing in it has an address: the code comes in as bytes that the page
 * took from its own origin.
 */

/** The only inline script of the app: allowed by this hash, in the page's policy and in the relay's. */
export const frameScript = `addEventListener("message",function(e){if(e.source!==parent)return;if(self.trustedTypes)trustedTypes.createPolicy("default",{createScriptURL:function(u){return u}});new Worker(URL.createObjectURL(new Blob([e.data],{type:"text/javascript"}))).postMessage(0,e.ports)},{once:true})`;
export const frameScriptHash = "sha256-evLAzS6wPKEuAQKovoqNIA/8LjbIXFcy+zLSBQl1GPM=";

const policy = `default-src 'none'; script-src '${frameScriptHash}' 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;

export interface ClosedFrame {
  readonly port: MessagePort;
  /** Ends the worker in the middle of whatever it does. */
  close(): void;
}

/** @param code  a worker without imports */
export function closedFrame(code: ArrayBuffer): ClosedFrame {
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${frameScript}</script>`;
  const address = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  const { port1, port2 } = new MessageChannel();
  const frame = document.createElement("iframe");
  frame.className = "closed-frame";
  frame.setAttribute("sandbox", "allow-scripts");
  frame.referrerPolicy = "no-referrer";
  frame.hidden = true;
  frame.src = address;
  frame.addEventListener(
    "load",
    () => {
      URL.revokeObjectURL(address);
      // To anyone, because nobody's origin has no name; what goes is our own code and a port.
      frame.contentWindow?.postMessage(code, "*", [code, port2]);
    },
    { once: true },
  );
  document.body.append(frame);
  port1.start();
  return {
    port: port1,
    close() {
      port1.close();
      frame.remove();
      URL.revokeObjectURL(address);
    },
  };
}
