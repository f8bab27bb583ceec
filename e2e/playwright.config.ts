import { defineConfig } from "@playwright/test";
import { findBrowser, launchOptions } from "../.ci/browser.mjs";

/** The built page, served twice: cross-origin isolated, and as a plain static host would serve it. */
export const ISOLATED = "http://127.0.0.1:4173";
export const PLAIN = "http://127.0.0.1:4174";

const preview = (port: number): string =>
  `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`;
const browser = await findBrowser();

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [["line"], ["json"]],
  use: {
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    permissions: ["clipboard-read", "clipboard-write"],
    ...(browser ? { launchOptions: launchOptions(browser) } : {}),
  },
  projects: [
    { name: "isolated", use: { baseURL: ISOLATED } },
    // These open both servers themselves, or look at what no header changes.
    {
      name: "plain",
      use: { baseURL: PLAIN },
      testIgnore: ["axe.spec.ts", "layout.spec.ts", "workers.spec.ts"],
    },
  ],
  webServer: [
    { command: preview(4173), cwd: "..", url: ISOLATED, reuseExistingServer: false },
    { command: preview(4174), cwd: "..", url: PLAIN, reuseExistingServer: false, env: { NO_ISOLATION: "1" } },
  ],
});
