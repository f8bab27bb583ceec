import type { DataType, Value } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { ResultRow, RunResult } from "../runtime/result-row.ts";
import type { CaseStream, ConformanceCase, Emission, Expectation } from "./conformance/conformance-case.ts";
import { referenceEngine } from "./executors.ts";
import type { PlainValue } from "./plain-value.ts";
import { runTraced } from "./traced-run.ts";
import { compileTrial, type Trial } from "./trial.ts";

/**
 * A trial as a conformance case whose expectations are those of the reference engine. What cases cannot say is left
 * out: the size of batches, the number of workers, and that a record was unreadable (its values are NULL then).
 *
 * @throws RunFailure where a record ends the run, which no case can say.
 */
export function caseOf(name: string, trial: Trial): ConformanceCase {
  const { sql, preset, settings, stream, endOfInput } = trial;
  const input = trial.records.map((record) => record ?? stream.schema.map(() => null));
  const { plan, records } = compileTrial({ ...trial, records: input });
  const result = referenceEngine(plan, records, { endOfInput });
  const described: CaseStream = {
    name: stream.name,
    columns: stream.schema.map((column) => [column.name, typeText(column.type)]),
    event_time: stream.eventTime!,
    ...(stream.maxOutOfOrderness === null ? {} : { max_out_of_orderness_ms: stream.maxOutOfOrderness }),
    ...splitsOf(trial, plan),
    ...(stream.arrival === null ? {} : { arrival: stream.arrival }),
  };
  return {
    name,
    preset,
    stream: described,
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    input,
    ...(preset === "ksqldb" ? { partition: tasksOf(trial) } : {}),
    end_of_input: endOfInput,
    sql,
    columns: plan.output.map((column) => column.name),
    expect: expectationOf(plan, result),
  };
}

/** ksqlDB's cases say how many tasks there are. */
function splitsOf({ preset, stream }: Trial, { partitioning }: PhysicalPlan): Partial<CaseStream> {
  if (preset === "ksqldb") return { partitions: partitioning.partitions };
  return stream.split === null ? {} : { split: stream.split, partitions: stream.splits };
}

/** And which of them each record is given to. */
function tasksOf(trial: Trial): readonly number[] {
  return runTraced(trial).records.map(({ partition }) => Math.max(partition, 0));
}

function expectationOf(plan: PhysicalPlan, { rows, dropped, ledger }: RunResult): Expectation {
  const { read, malformed, filtered, inNoWindow, late, expired, counted } = ledger;
  return {
    emissions: emissionsOf(plan, rows),
    order: "rows",
    late: dropped.map(({ seq }) => seq),
    ledger: { read, malformed, filtered, in_no_window: inNoWindow, late, expired, counted },
    meta: rows.map(({ pane, reason, partition, watermark }) => [
      pane,
      reason,
      partition,
      watermark === -Infinity ? null : watermark === Infinity ? "inf" : watermark,
    ]),
  };
}

/** The rows of one cause are one emission. */
function emissionsOf({ output }: PhysicalPlan, rows: readonly ResultRow[]): readonly Emission[] {
  const emissions: { cause: number | null; rows: Emission["rows"][number][] }[] = [];
  for (const { kind, values, cause } of rows) {
    const at = cause === Infinity ? null : cause;
    const shown = values.map((value, index) => plainValue(value, output[index]!.type));
    if (emissions.length === 0 || emissions.at(-1)!.cause !== at) emissions.push({ cause: at, rows: [] });
    emissions.at(-1)!.rows.push([kind, ...shown]);
  }
  return emissions;
}

function plainValue(value: Value, type: DataType): PlainValue {
  return value !== null && type.kind === "DECIMAL" ? formatDecimal(value as bigint, type.scale) : value;
}

function typeText(type: DataType): string {
  return type.kind === "DECIMAL" ? `DECIMAL(${type.precision},${type.scale})` : type.kind;
}

/** One line, as case files hold it: whole numbers of any size as they are. */
export function caseText(given: ConformanceCase): string {
  const marked = JSON.stringify(given, (_, value: unknown) =>
    typeof value === "bigint" ? `\u0000${value}` : value,
  );
  return marked.replace(/"\\u0000(-?\d+)"/g, "$1");
}
