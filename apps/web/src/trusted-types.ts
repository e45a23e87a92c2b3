/**
 * The one Trusted Types policy of the app: a script may be loaded from an address of our own origin, and nothing else may become code.
 *
 * First import of the page and of every worker. Without `createHTML` and `createScript`, `innerHTML` and `eval` throw.
 */

interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): unknown;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };

trustedTypes?.createPolicy("default", {
  createScriptURL(url) {
    const { origin, protocol } = new URL(url, globalThis.location.href);
    if (origin !== globalThis.location.origin || protocol === "blob:")
      throw new TypeError("a script from elsewhere was refused");
    return url;
  },
});
