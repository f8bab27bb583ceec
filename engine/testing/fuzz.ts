import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { generatedSeeks } from "./generate-seeks.ts";
import { generatedOverTrial, generatedSlicedTrial, generatedTrial } from "./generate-trial.ts";
import type { Trial } from "./trial.ts";
import { caseOf, caseText } from "./trial-case.ts";
import { type TrialCheck, trialChecks } from "./trial-checks.ts";

/**
 * `npm run fuzz -- --minutes 30 --seed 7`: holds the engine to the reference engine, and to itself, on random trials for
 * that long (1 minute and a random seed unless said). A trial that fails is shrunk and printed, as a file for
 * `regressions/` and as a conformance case; the other checks go on. Appends a line to `fuzz-log.md`; exits 1 when it
 * found something. The same seed draws the same trials.
 */
const LOG = join(import.meta.dirname, "fuzz-log.md");
/** Trials of one check in a row. */
const ROUND = 200;
/** ms that a round and its shrinking may take. */
const ROUND_LIMIT = 30_000;

interface Search {
  readonly trials: fc.Arbitrary<Trial>;
  readonly check: TrialCheck;
  /** Shares of the time: trials of a round. */
  readonly round: number;
}

const minutes = numberOption("--minutes", 1);
const seed = numberOption("--seed", Math.floor(Math.random() * 2 ** 31));
const known = ["--minutes", "--seed"];
const stray = process.argv
  .slice(2)
  .filter((word, index, all) => !known.includes(word) && !known.includes(all[index - 1] ?? ""));
if (stray.length > 0) stop(`Unknown option ${stray.join(" ")}; there are --minutes and --seed.`);

const walked = fc
  .record({ trial: fc.oneof(generatedTrial, generatedOverTrial), seeks: generatedSeeks })
  .map(({ trial, seeks }) => ({ ...trial, seeks }));
const searches: Search[] = trialChecks.flatMap((check) => {
  if (check.name === "seeks") return [{ trials: walked, check, round: ROUND / 8 }];
  const share = check.name === "rows" ? ROUND : ROUND / 4;
  return [
    { trials: generatedTrial, check, round: 2 * share },
    { trials: generatedOverTrial, check, round: share },
    { trials: generatedSlicedTrial, check, round: share / 2 },
  ];
});

const started = Date.now();
const end = started + minutes * 60_000;
let cases = 0;
let found = 0;
let round = 0;
const failed = new Set<Search>();
while (Date.now() < end && failed.size < searches.length) {
  for (const search of searches) {
    if (Date.now() >= end || failed.has(search)) continue;
    // Spread, so that rounds of one seed do not overlap those of the next.
    const drawn = (Math.imul(seed, 0x9e3779b1) + round++) | 0;
    if (!(await isClean(search, drawn))) failed.add(search);
  }
}
const spent = (Date.now() - started) / 60_000;
if (!existsSync(LOG)) writeFileSync(LOG, "# What `npm run fuzz` found\n\n");
appendFileSync(
  LOG,
  `- ${new Date().toISOString().slice(0, 10)}, seed ${seed}, ${spent.toFixed(1)} minutes: ${cases} cases, ${found} found\n`,
);
console.log(`seed ${seed}: ${cases} cases in ${spent.toFixed(1)} minutes, ${found} found`);
process.exitCode = found > 0 ? 1 : 0;

async function isClean({ trials, check, round: numRuns }: Search, drawn: number): Promise<boolean> {
  const details = await fc.check(
    fc.asyncProperty(trials, async (trial) => {
      const differing = await check.disagreement(trial);
      if (differing !== null) throw new Error(differing);
    }),
    { seed: drawn, numRuns, interruptAfterTimeLimit: ROUND_LIMIT },
  );
  cases += details.numRuns;
  if (details.counterexample === null) return true;
  found++;
  report(check, details.counterexample[0], details.errorInstance);
  return false;
}

function report({ name }: TrialCheck, trial: Trial, error: unknown): void {
  console.log(`\n== ${name}: ${error instanceof Error ? error.message : String(error)}`);
  console.log(`${JSON.stringify(trial)}\n`);
  try {
    console.log(caseText(caseOf(`fuzz-${seed}-${name}-${found}`, trial)));
  } catch (failure) {
    console.log(`It is no conformance case: ${String(failure)}`);
  }
}

function numberOption(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  if (at < 0) return otherwise;
  const value = Number(process.argv[at + 1]);
  if (!Number.isFinite(value) || value < 0) stop(`${name} takes a number that is not below 0.`);
  return value;
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
