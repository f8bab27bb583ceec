// `npm test`: everything, on a fresh clone. `npm run check` (--fast) is the part without a browser.
// Ends with one line: N passed, N failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePackages, root } from "./packages.mjs";

const fast = process.argv.includes("--fast");
const work = mkdtempSync(join(tmpdir(), "windowpane-"));
let passed = 0;
let failed = 0;

function node(title, args, environment = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  console.log(`   ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result.status === 0;
}

/** A step that passes or fails as a whole. */
function step(title, args) {
  if (node(title, args)) passed++;
  else failed++;
}

/** A suite that writes its counts as JSON; a suite that dies before it counts is one failure. */
function suite(title, args, file, count, environment) {
  const ok = node(title, args, environment);
  const report = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
  passed += report.passed;
  failed += !ok && report.failed === 0 ? 1 : report.failed;
}

ensurePackages();
step("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "."]);
step("lint", ["node_modules/oxlint/bin/oxlint"]);
step("types", ["node_modules/typescript/bin/tsc", "-b"]);
const unit = join(work, "unit.json");
suite(
  "unit, property and architecture tests",
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unit}`,
  ],
  unit,
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.numFailedTestSuites && !report.numFailedTests ? 1 : 0),
  }),
  // What passes once passes for good; `npm run check` looks for new cases every time (engine/testing/property-seed.ts).
  fast ? {} : { PROPERTY_SEED: "20261124" },
);
if (!fast) {
  if (existsSync(`${root}e2e/playwright.config.ts`)) {
    const { ensureBrowser } = await import("./browser.mjs");
    console.log("\n== browser");
    const browser = await ensureBrowser();
    step("sample data", ["node_modules/tsx/dist/cli.mjs", "engine/source/samples/build-data.ts"]);
    step("build", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]);
    const e2e = join(work, "e2e.json");
    suite(
      "the built page in Chromium, isolated and not",
      // A busy machine can starve a browser: a second try tells that from a defect, and the report names who needed it.
      ["node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts", "--retries=1"],
      e2e,
      ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
      { PLAYWRIGHT_JSON_OUTPUT_NAME: e2e, CHROMIUM_PATH: browser },
    );
  }
}
rmSync(work, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
