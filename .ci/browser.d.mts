/** @returns The path of an installed Chromium, or null. Throws when CHROMIUM_PATH is set and wrong. */
export function findBrowser(): Promise<string | null>;
/** Launch options that work as root, in containers and on desktops. */
export function launchOptions(executablePath: string): {
  executablePath: string;
  chromiumSandbox: boolean;
  args: string[];
};
/** Finds a browser, installing one if need be, and proves that it starts. Throws with what was tried. */
export function ensureBrowser(): Promise<string>;
