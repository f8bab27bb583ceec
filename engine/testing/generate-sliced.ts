import fc from "fast-check";
import { condition, having } from "./generate-expressions.ts";
import { type GeneratedQuery, options, partitioning, wait } from "./generate-query.ts";
import {
  flinkTable,
  type GeneratedWindow,
  ksqldbWindow,
  nativeWindow,
  risingwaveTable,
} from "./generate-window.ts";

/** Aggregates that are the same however their records are put together. */
const aggregate = fc.constantFrom(
  "COUNT(*)",
  "COUNT(v)",
  "SUM(v)",
  "SUM(m)",
  "AVG(v)",
  "AVG(m)",
  "MIN(v)",
  "MAX(d)",
  "MAX(m)",
  "MIN(k)",
  "MAX(ts)",
  "BOOL_AND(b)",
  "FIRST_VALUE(d)",
  "LAST_VALUE(k)",
  "SUM(v) FILTER (WHERE b)",
);

/** Those that are not, each of which keeps a query to its windows. */
const other = fc.constantFrom("SUM(d)", "AVG(d)", "COUNT(DISTINCT k)", "STRING_AGG(k)");

/** Windows that overlap by whole hops, as nearly all do; rarely others. */
const overlapping: fc.Arbitrary<GeneratedWindow> = fc
  .record({
    step: fc.constantFrom(1, 2, 3, 5, 10),
    windows: fc.constantFrom(2, 2, 3, 4, 8),
    more: fc.constantFrom(0, 0, 0, 0, 1),
    offset: fc.constantFrom(0, 0, 3, 23),
  })
  .map(({ step, windows, more, offset }) => ({ kind: "hopping", size: windows * step + more, step, offset }));

/** The value, and so many times as often null. */
function rarely(arbitrary: fc.Arbitrary<string>, weight: number): fc.Arbitrary<string | null> {
  return fc.oneof({ weight, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

/** Hopping windows whose rows leave at the close, under the rules of all presets. */
export const generatedSliced: fc.Arbitrary<GeneratedQuery> = fc
  .record({
    preset: fc.constantFrom("velostream", "velostream", "flink", "ksqldb", "risingwave"),
    window: overlapping,
    keys: fc.constantFrom<readonly string[]>(["k"], ["k"], ["k", "v"]),
    aggregates: fc.array(aggregate, { minLength: 1, maxLength: 4 }),
    another: rarely(other, 8),
    where: rarely(condition, 2),
    having: rarely(
      having.filter((text) => !text.includes("AVG(d)")),
      1,
    ),
    partitioning,
    options,
    grace: wait,
    lateAction: fc.constantFrom("drop", "process_with_warning", "process_all"),
  })
  .map((drawn) => {
    const { preset, window, keys, where: removing, having: keeping, options: chosen } = drawn;
    const all = drawn.another === null ? drawn.aggregates : [...drawn.aggregates, drawn.another];
    const columns = [...keys, ...all.map((text, index) => `${text} AS a${index}`)].join(", ");
    const where = removing === null ? "" : ` WHERE ${removing}`;
    const filter = keeping === null ? "" : ` HAVING ${keeping}`;
    const by = keys.join(", ");
    switch (preset) {
      case "velostream": {
        const sql = `${drawn.partitioning}SELECT ${columns} FROM t${where} GROUP BY ${by}${nativeWindow(window)}${filter}`;
        return { sql, preset, settings: { ...chosen, "late.data.strategy": drawn.lateAction } };
      }
      case "ksqldb": {
        const settings = { ...chosen };
        delete settings["watermark.allowed_lateness"];
        const clause = ksqldbWindow(window, `, GRACE PERIOD ${drawn.grace} MILLISECONDS`);
        const sql = `${drawn.partitioning}SELECT ${columns} FROM t${clause}${where} GROUP BY ${by}${filter} EMIT FINAL`;
        return { sql, preset, settings };
      }
      case "flink":
      case "risingwave": {
        const from = preset === "flink" ? flinkTable(window, keys) : risingwaveTable(window);
        const emit = preset === "flink" ? "" : " EMIT ON WINDOW CLOSE";
        const bounds = "window_start, window_end";
        const sql = `${drawn.partitioning}SELECT ${bounds}, ${columns} FROM ${from}${where} GROUP BY ${bounds}, ${by}${filter}${emit}`;
        return { sql, preset, settings: chosen };
      }
    }
  });
