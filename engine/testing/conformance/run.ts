import { resolve } from "node:path";
import { realEngine, referenceEngine } from "../executors.ts";
import { caseFileName, caseFiles, casesFolder } from "./case-files.ts";
import { readCases } from "./conformance-case.ts";
import { addToDoneList } from "./done-list.ts";
import { runCase } from "./run-case.ts";

/**
 * `npm run conformance -- [--reference] [--update-done] [FILE|FOLDER …]`: runs cases (all, unless some are named) and
 * prints a line for each that fails, a summary of each file, and `N passed, N failed`; exits 1 when one failed.
 * `--reference` runs the reference engine, `--update-done` adds what passes to done.json.
 */
/** Small, so that the short inputs of the cases are cut. */
const BATCH = 7;
const WORKERS = 2;

const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = options.filter((option) => option !== "--reference" && option !== "--update-done");
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(" ")}; there are --reference and --update-done.`);
  process.exit(2);
}
const execute = options.includes("--reference") ? referenceEngine : realEngine(BATCH, WORKERS);
const files = (paths.length > 0 ? paths.map((path) => resolve(path)) : [casesFolder]).flatMap(caseFiles);

const passed: Record<string, string[]> = {};
let total = 0;
for (const path of files) {
  const file = caseFileName(path);
  const cases = readCases(path);
  passed[file] = [];
  for (const given of cases) {
    const difference = runCase(given, execute);
    if (difference === null) passed[file].push(given.name);
    else console.log(`${file} ${given.name}: ${difference}`);
  }
  total += cases.length;
  console.log(`${file}: ${passed[file].length} of ${cases.length} passed`);
}
if (options.includes("--update-done")) addToDoneList(passed);
const count = Object.values(passed).reduce((sum, names) => sum + names.length, 0);
console.log(`${count} passed, ${total - count} failed`);
process.exitCode = count === total ? 0 : 1;
