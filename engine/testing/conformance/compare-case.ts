import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import type { ResultRow, RunResult } from "../../runtime/result-row.ts";
import type { ConformanceCase, Emission, Expectation } from "./conformance-case.ts";
import type { PlainValue } from "../plain-value.ts";
import { foldChangelog } from "./fold-changelog.ts";
import { showRow, showValues, valuesEqual } from "./row-text.ts";

/** @returns null when the run is as the case expects, else a sentence on what differs first. */
export function firstDifference(
  plan: PhysicalPlan,
  given: ConformanceCase,
  result: RunResult,
): string | null {
  const { expect } = given;
  return (
    columnDifference(plan, given) ??
    (expect.emissions ? rowDifference(plan, expect, expect.emissions, result.rows) : null) ??
    (expect.final ? finalDifference(plan, expect.final, result.rows) : null) ??
    seqDifference(
      "late",
      expect.late,
      result.dropped.map(({ seq }) => seq),
    ) ??
    seqDifference("null_key", expect.null_key, result.skipped) ??
    seqDifference("filtered", expect.filtered, result.filtered) ??
    seqDifference("invalid", expect.invalid, result.malformed) ??
    ledgerDifference(expect, result) ??
    metaDifference(expect, result.rows)
  );
}

function columnDifference(plan: PhysicalPlan, given: ConformanceCase): string | null {
  const wanted = given.columns.join(", ").toLowerCase();
  const found = plan.output
    .map(({ name }) => name)
    .join(", ")
    .toLowerCase();
  return wanted === found ? null : `columns are (${found}), not (${wanted})`;
}

function rowDifference(
  plan: PhysicalPlan,
  expect: Expectation,
  emissions: readonly Emission[],
  rows: readonly ResultRow[],
): string | null {
  const total = emissions.reduce((count, emission) => count + emission.rows.length, 0);
  const order = expect.order ?? "rows";
  const runs: readonly Emission[] =
    order === "any" ? [{ rows: emissions.flatMap((emission) => emission.rows) }] : emissions;
  let next = 0;
  for (const run of runs) {
    const taken = rows.slice(next, next + run.rows.length);
    const left = [...taken];
    for (const [index, wanted] of run.rows.entries()) {
      const at = order === "rows" ? 0 : left.findIndex((row) => rowsEqual(plan, wanted, row));
      const found = left[Math.max(at, 0)];
      if (at < 0 || !found || !rowsEqual(plan, wanted, found))
        return `row ${next + index} is ${found ? showRow(plan, found) : "missing"}, not ${showValues(wanted)}`;
      left.splice(at, 1);
    }
    const cause = run.cause === null ? Infinity : run.cause;
    const other = taken.find((row) => cause !== undefined && row.cause !== cause);
    if (other) return `${showRow(plan, other)} was caused by ${other.cause}, not ${cause}`;
    next += run.rows.length;
  }
  return rows.length > total ? `row ${total} is ${showRow(plan, rows[total]!)}, not the end` : null;
}

function rowsEqual(plan: PhysicalPlan, wanted: Emission["rows"][number], row: ResultRow): boolean {
  const [kind, ...values] = wanted;
  return row.kind === kind && valuesEqual(plan, values, row.values);
}

function finalDifference(
  plan: PhysicalPlan,
  wanted: readonly (readonly PlainValue[])[],
  rows: readonly ResultRow[],
): string | null {
  const left = foldChangelog(plan, rows);
  for (const values of wanted) {
    const at = left.findIndex((row) => valuesEqual(plan, values, row.values));
    if (at < 0) return `no row is left with ${showValues(values)}`;
    left.splice(at, 1);
  }
  return left.length > 0 ? `${showRow(plan, left[0]!)} is left over` : null;
}

function seqDifference(
  what: string,
  wanted: readonly number[] | undefined,
  found: readonly number[],
): string | null {
  if (wanted === undefined || String(wanted) === String(found)) return null;
  return `${what} are [${found.join(", ")}], not [${wanted.join(", ")}]`;
}

function ledgerDifference(expect: Expectation, { ledger }: RunResult): string | null {
  const found: Readonly<Record<string, number>> = { ...ledger, in_no_window: ledger.inNoWindow };
  for (const [name, count] of Object.entries(expect.ledger ?? {}))
    if (found[name] !== count) return `${name} is ${found[name]} in the ledger, not ${count}`;
  return null;
}

function metaDifference(expect: Expectation, rows: readonly ResultRow[]): string | null {
  for (const [index, wanted] of (expect.meta ?? []).entries()) {
    const { pane, reason, partition, watermark } = rows[index]!;
    const shown = watermark === -Infinity ? null : watermark === Infinity ? "inf" : watermark;
    const found = JSON.stringify([pane, reason, partition, shown]);
    if (found !== JSON.stringify(wanted)) return `row ${index} has ${found}, not ${JSON.stringify(wanted)}`;
  }
  return null;
}
