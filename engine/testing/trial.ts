import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { hasErrors } from "../common/diagnostic.ts";
import type { Value } from "../data/data-type.ts";
import { compileQuery } from "../plan/compile-query.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { RunFailure } from "../runtime/run-failure.ts";
import type { RunResult } from "../runtime/result-row.ts";
import type { Direction, EventKind } from "../runtime/timeline.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { realEngine, referenceEngine } from "./executors.ts";
import { typedValue, type PlainValue } from "./plain-value.ts";

/** One comparison of the real engine with the reference engine; plain JSON, so that a failure can be kept as a file. */
export interface Trial {
  readonly sql: string;
  readonly preset: PresetName;
  readonly settings: Readonly<Record<string, string>>;
  readonly stream: StreamDefinition;
  /** In order of the stream's columns; null: an unreadable record. */
  readonly records: readonly (readonly PlainValue[] | null)[];
  readonly endOfInput: boolean;
  /** Records in a batch, and hosts that share the partitions out. */
  readonly batch: number;
  readonly workers: number;
  /** A walk over the run; left out: none. */
  readonly seeks?: readonly Seek[];
}

/** To a share of the records, 0 … 1, or to the next or previous event of a kind. */
export type Seek = number | readonly [EventKind, Direction];

/** @returns null when both engines agree in rows, order, all metadata, ledger and drops; else what differs first. */
export function firstDisagreement(trial: Trial): string | null {
  const [wanted, found] = runTrial(trial);
  if (typeof wanted === "string" || typeof found === "string")
    return wanted === found ? null : `the engine ${endOf(found)}, the reference ${endOf(wanted)}`;
  return (
    listDifference("row", wanted.rows, found.rows) ??
    listDifference("drop", wanted.dropped, found.dropped) ??
    listDifference("ledger", [wanted.ledger], [found.ledger]) ??
    listDifference("fates", [fates(wanted)], [fates(found)])
  );
}

/** What a run gives, or at which record it ended, where the preset's rules say so. */
type Outcome = RunResult | `ended at #${number}`;

function endOf(outcome: Outcome): string {
  return typeof outcome === "string" ? outcome : "ran to the end";
}

/** @returns What the reference engine and the real one make of it. @throws when the query is refused. */
export function runTrial(trial: Trial): readonly [Outcome, Outcome] {
  const { endOfInput } = trial;
  const { plan, records } = compileTrial(trial);
  return [
    outcomeOf(() => referenceEngine(plan, records, { endOfInput })),
    outcomeOf(() => realEngine(trial.batch, trial.workers)(plan, records, { endOfInput })),
  ];
}

/** @returns The plan, and the records as the engine has them; null: unreadable. @throws when the query is refused. */
export function compileTrial(trial: Trial): {
  readonly plan: PhysicalPlan;
  readonly records: readonly (readonly Value[] | null)[];
} {
  const { sql, stream, settings, preset } = trial;
  const { plan, diagnostics } = compileQuery(sql, [stream], { settings, preset });
  if (plan === null || hasErrors(diagnostics))
    throw new Error(`refused: ${diagnostics.map(({ code, message }) => `${code} ${message}`).join("; ")}`);
  const records = trial.records.map(
    (record) => record && stream.schema.map(({ type }, index) => typedValue(record[index]!, type)),
  );
  return { plan, records };
}

function outcomeOf(run: () => RunResult): Outcome {
  try {
    return run();
  } catch (error) {
    if (error instanceof RunFailure) return `ended at #${error.seq}`;
    throw error;
  }
}

function fates({ malformed, skipped, filtered }: RunResult): Readonly<Record<string, readonly number[]>> {
  return { malformed, skipped, filtered };
}

function listDifference(what: string, wanted: readonly object[], found: readonly object[]): string | null {
  for (let i = 0; i < Math.max(wanted.length, found.length); i++) {
    const [left, right] = [textOf(wanted[i]), textOf(found[i])];
    if (left !== right) return `${what} ${i} is ${right}, and by the reference ${left}`;
  }
  return null;
}

/** One text for equal things: fields in order of their names, -0 as 0. */
function textOf(entry: object | undefined): string {
  if (entry === undefined) return "missing";
  const sorted = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    return typeof value === "number" ? String(value) : value;
  });
}
