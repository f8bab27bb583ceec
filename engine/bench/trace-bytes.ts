import { compileQuery } from "../plan/compile-query.ts";
import { startInProcess } from "../runtime/execution.ts";
import { QueryRun } from "../runtime/query-run.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { marketTicks } from "../source/samples/market-ticks.ts";

/**
 * What the trace of the market ticks holds.
 * @returns Records, and bytes a record; what arrays reserve for later is left out.
 */
export async function traceBytes(): Promise<{ readonly records: number; readonly bytes: number }> {
  const log = new ReplayLog(marketTicks.description.stream);
  for await (const chunk of marketTicks.open(() => Promise.reject(new Error("There are no files here."))))
    log.append(chunk);
  log.finish();
  const { plan } = compileQuery(marketTicks.description.query, [log.stream]);
  if (!plan) throw new Error("The sample's query does not compile.");
  const run = new QueryRun(plan, log, startInProcess);
  await run.readTo(Infinity, () => true);
  await run.end();
  const { records, steps, windows, known } = run;
  // The group key stands beside the columns; steps stand in the table of all clocks and in the list of their own.
  const bytes =
    bytesOf(records.rows(0, known)) +
    2 * bytesOf(steps.rows(0, steps.end)) +
    bytesOf(windows.rows(0, windows.end));
  run.dispose();
  return { records: known, bytes: bytes / known };
}

function bytesOf(columns: object): number {
  return Object.values(columns).reduce<number>(
    (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
}
