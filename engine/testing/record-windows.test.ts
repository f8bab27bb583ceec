import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedRecords, streamDefinition } from "./generate-records.ts";
import { planOf } from "./compile-text.ts";
import { firstDisagreement, type Trial } from "./trial.ts";

/** With a watermark, which windows ask for in some engines. */
const declaredStream = streamDefinition.map((stream) => ({
  ...stream,
  maxOutOfOrderness: stream.maxOutOfOrderness ?? 5,
}));

/** A windowing table function whose windows are columns of records. */
const query = fc
  .record({
    size: fc.constantFrom(1, 7, 16),
    offset: fc.constantFrom(0, 3, -5),
    items: fc.constantFrom(
      "SELECT window_start, window_end, CAST(window_time AS STRING) AS wt, k, v FROM {} WHERE window_start > TIMESTAMP '1970-01-01 00:00:00'",
      "SELECT * FROM {}",
      "SELECT window_start, COUNT(*) AS n, SUM(v) AS s FROM {} GROUP BY window_start",
      "SELECT k, window_end, MAX(v) AS hi FROM {} GROUP BY k, window_end HAVING COUNT(*) > 1",
      "SELECT k, MIN(window_start) AS ws, COUNT(DISTINCT window_end) AS n FROM {} GROUP BY k",
    ),
    preset: fc.constantFrom("velostream" as const, "flink" as const, "risingwave" as const),
  })
  .map(({ size, offset, items, preset }) => {
    const moved = offset === 0 || Math.abs(offset) >= size ? "" : `, INTERVAL '${offset / 1000}' SECOND(1)`;
    const table = `TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '${size / 1000}' SECOND(1)${moved}))`;
    return { sql: items.replace("{}", table), preset, settings: {} };
  });

test("the windows that a table function gives its records are those of the reference engine", () => {
  fc.assert(
    fc.property(
      query,
      declaredStream,
      generatedRecords,
      fc.boolean(),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 3 }),
      ({ sql, preset, settings }, stream, records, endOfInput, batch, workers) => {
        const trial: Trial = { sql, preset, settings, stream, records, endOfInput, batch, workers };
        const disagreement = firstDisagreement(trial);
        if (disagreement !== null) throw new Error(`${disagreement}\n${JSON.stringify(trial)}`);
      },
    ),
    { numRuns: 200 },
  );
});

/** HOP and CUMULATE without groups: a copy of a record for each of its windows. */
const copied = fc
  .record({
    windows: fc.constantFrom(
      ["HOP", "0.002", "0.006"],
      ["HOP", "0.005", "0.005"],
      ["HOP", "0.003", "0.009", "0.001"],
      ["HOP", "0.007", "0.003"],
      ["CUMULATE", "0.002", "0.006"],
      ["CUMULATE", "0.005", "0.010"],
    ),
    items: fc.constantFrom(
      "SELECT window_start, window_end, CAST(window_time AS STRING) AS wt, k, v FROM {}",
      "SELECT * FROM {} WHERE window_start >= TIMESTAMP '1970-01-01 00:00:00'",
      "SELECT k, v FROM {} WHERE v > 0",
      "SELECT window_end, 10 / v AS q FROM {} WHERE v <> 0 AND window_end > TIMESTAMP '1970-01-01 00:00:00.005' OR k IS NULL",
      "SELECT DISTINCT window_start FROM {}",
      "WITH f AS (SELECT * FROM t WHERE v > 0) SELECT window_start, k, v FROM {f}",
      "WITH f AS (SELECT ts, v, k FROM t WHERE k IS NOT NULL) SELECT window_start, v FROM {f} WHERE window_end > TIMESTAMP '1970-01-01 00:00:00.005'",
    ),
    preset: fc.constantFrom("velostream" as const, "flink" as const, "risingwave" as const),
    late: fc.constantFrom("drop", "process_with_warning"),
  })
  .filter(({ windows: [kind, advance, size, offset], preset }) => {
    if (preset === "velostream") return true;
    if (kind === "CUMULATE" && preset === "risingwave") return false;
    return offset === undefined && Number(size) >= Number(advance);
  })
  .map(({ windows: [kind, ...lengths], items, preset, late }) => {
    const measures = lengths.map((length) => `INTERVAL '${length}' SECOND(1)`).join(", ");
    return {
      sql: items.replace(
        /\{(f?)\}/,
        (_, name) => `TABLE(${kind}(TABLE ${name || "t"}, DESCRIPTOR(ts), ${measures}))`,
      ),
      preset,
      settings: preset === "velostream" ? { "late.data.strategy": late } : {},
    };
  });

test("the copies that HOP and CUMULATE make of records are those of the reference engine, and so is the ledger", () => {
  fc.assert(
    fc.property(
      copied,
      declaredStream,
      generatedRecords,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 3 }),
      ({ sql, preset, settings }, stream, records, batch, workers) => {
        const trial: Trial = { sql, preset, settings, stream, records, endOfInput: true, batch, workers };
        const disagreement = firstDisagreement(trial);
        if (disagreement !== null) throw new Error(`${disagreement}\n${JSON.stringify(trial)}`);
      },
    ),
    { numRuns: 300 },
  );
});

test("a retracting group over one bound is routed like any group: by its value", () => {
  const sql =
    "SELECT window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY window_start";
  expect(planOf(sql, { preset: "flink" }).partitioning).toMatchObject({ strategy: "hash", partitions: 4 });
});
