import { isDeepStrictEqual } from "node:util";
import { RunView } from "../runtime/run-view.ts";
import { eventPosition } from "../runtime/timeline.ts";
import { runTraced, type TracedRun } from "./traced-run.ts";
import { firstDisagreement, type Trial } from "./trial.ts";
import { beginRun, freshView, readOn, viewAnswers, viewState } from "./view-state.ts";

/** What is asked of every trial, of whatever kind. */
export interface TrialCheck {
  readonly name: "rows" | "trace" | "seeks";
  /** @returns null when it holds, else what differs first. */
  readonly disagreement: (trial: Trial) => Promise<string | null>;
}

export const trialChecks: readonly TrialCheck[] = [
  { name: "rows", disagreement: (trial) => Promise.resolve(firstDisagreement(trial)) },
  { name: "trace", disagreement: (trial) => Promise.resolve(traceDisagreement(trial)) },
  { name: "seeks", disagreement: seekDisagreement },
];

/** Law 3: the trace is one, whatever the batches and the number of threads, and changes no row, count or drop. */
export function traceDisagreement(trial: Trial): string | null {
  const found = runTraced(trial);
  const whole = runTraced({ ...trial, batch: 8_192, workers: 1 });
  const plain = runTraced(trial, false);
  const told = found.late.filter(({ reason }) => reason !== null);
  return (
    difference("the trace in batches", traceOf(found), traceOf(whole)) ??
    difference("the traced run", { ...resultOf(found), late: told }, { ...resultOf(plain), late: plain.late })
  );
}

function traceOf({ steps, windows, records }: TracedRun): Readonly<Record<string, unknown>> {
  return {
    steps: steps.rows(0, steps.end),
    windows: windows.rows(0, windows.end),
    histories: windows.histories,
    records,
  };
}

function resultOf({ rows, counts }: TracedRun): Readonly<Record<string, unknown>> {
  return { rows, counts };
}

/** Records in a batch of the runs that a walked one is compared with. */
const FRESH_BATCH = 3;

/** Law 3: after each move of the trial's walk the state is that of a fresh run to that position. */
export async function seekDisagreement(trial: Trial): Promise<string | null> {
  const run = beginRun(trial);
  const view = new RunView(run);
  await readOn(run, Infinity, trial.batch);
  if (trial.endOfInput && run.failure === null) await run.end();
  for (const seek of trial.seeks ?? []) {
    if (typeof seek === "number") view.moveTo(Math.round(seek * run.known), false);
    else {
      const position = eventPosition(run, view, ...seek);
      if (position === null) continue;
      view.moveTo(Math.min(position, run.known), position > run.known);
    }
    const fresh = await freshView(trial, view.read, FRESH_BATCH, view.ended);
    const differing =
      difference("the view", viewState(view, run), viewState(fresh, run)) ??
      difference("the view", viewAnswers(view), viewAnswers(fresh));
    if (differing !== null) return `at ${view.read}${view.ended ? ", ended" : ""}: ${differing}`;
  }
  return null;
}

/** Which of two things' fields differs first. */
function difference(
  what: string,
  found: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): string | null {
  for (const name of Object.keys(wanted))
    if (!isDeepStrictEqual(found[name], wanted[name]))
      return `${what} has other ${name}: ${shown(found[name])} and not ${shown(wanted[name])}`;
  return null;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === "bigint" ? `${each}n` : typeof each === "number" ? String(each) : each,
  );
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}
