/** Path of an installed Chromium or Chrome, or null. */
export function findBrowser(): string | null;
/** Installs a browser; null when Playwright finds its own. */
export function installBrowser(): string | null;
export function installValidators(): void;
