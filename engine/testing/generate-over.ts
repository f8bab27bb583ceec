import fc from "fast-check";
import type { GeneratedQuery } from "./generate-query.ts";

/** Sums of DOUBLE are exact here: they are added in another order by the real engine. */
const overAggregate = fc.constantFrom(
  "COUNT(*)",
  "COUNT(v)",
  "SUM(v)",
  "SUM(m)",
  "AVG(v)",
  "AVG(m)",
  "SUM(FLOOR(d) / 4)",
  "AVG(FLOOR(d) / 2)",
  "MIN(v)",
  "MAX(v)",
  "MIN(d)",
  "MAX(d)",
  "MIN(k)",
  "MAX(m)",
  "MAX(b)",
  "COUNT(DISTINCT v)",
  "SUM(v) FILTER (WHERE b)",
  "MEDIAN(d)",
  "DELTA(v)",
  "COLLECT_LIST(v)",
  "ARG_MIN(k, v)",
  "STRING_AGG(k)",
);

const place = fc.constantFrom(
  "LAG(v)",
  "LAG(v, 1)",
  "LAG(m, 2, 0)",
  "LAG(k, 1, UPPER(k))",
  "LAG(d, 0)",
  "FIRST_VALUE(v)",
  "LAST_VALUE(k)",
  "LAST_VALUE(v) IGNORE NULLS",
);

const nativeFunction = fc.oneof(
  { weight: 4, arbitrary: overAggregate },
  { weight: 3, arbitrary: place },
  { weight: 1, arbitrary: fc.constantFrom("ROW_NUMBER()", "RANK()", "DENSE_RANK()") },
);

const bufferFunction = fc.oneof(
  { weight: 4, arbitrary: nativeFunction },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "LEAD(v)",
      "LEAD(k, 2, 'none')",
      "NTH_VALUE(v, 2)",
      "PERCENT_RANK()",
      "CUME_DIST()",
      "NTILE(3)",
    ),
  },
);

const groups = fc.constantFrom(
  "",
  "PARTITION BY k",
  "PARTITION BY k",
  "PARTITION BY b, k",
  "PARTITION BY v % 3",
);

const rowsFrame = fc.constantFrom(
  "ROWS BETWEEN 2 PRECEDING AND CURRENT ROW",
  "ROWS 1 PRECEDING",
  "ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING",
  "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
  "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING",
);

/** An order, and a frame that it allows. */
const orderAndFrame = fc.oneof(
  fc.constant(""),
  rowsFrame,
  fc.tuple(fc.constantFrom("ts", "v DESC", "k, v", "d NULLS FIRST", "b"), rowsFrame).map(joined),
  fc
    .tuple(
      fc.constantFrom("ts", "ts DESC", "m", "b", "k DESC"),
      fc.constantFrom("", "RANGE BETWEEN CURRENT ROW AND CURRENT ROW", "RANGE UNBOUNDED PRECEDING"),
    )
    .map(joined),
  fc
    .tuple(
      fc.constantFrom("v", "v DESC", "v NULLS FIRST"),
      fc.constantFrom("RANGE 5 PRECEDING", "RANGE BETWEEN 9 PRECEDING AND 2 PRECEDING"),
    )
    .map(joined),
);

function joined([order, frame]: readonly [string, string]): string {
  return `ORDER BY ${order} ${frame}`;
}

/** A buffer of rows. */
const buffer = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    by: groups,
    orderAndFrame,
    emit: fc.constantFrom("", "", "EMIT EVERY RECORD", "EMIT ON BUFFER FULL"),
    expire: fc.constantFrom("", "", "EXPIRE AFTER INTERVAL '0.005' SECOND INACTIVITY", "EXPIRE AFTER NEVER"),
  })
  .map(
    ({ rows, by, orderAndFrame: order, emit, expire }) =>
      `ROWS WINDOW BUFFER ${rows} ROWS ${by} ${order} ${emit} ${expire}`,
  );

/** A standard window by arrival. */
const unordered = fc.tuple(groups, fc.oneof(fc.constant(""), rowsFrame)).map((parts) => parts.join(" "));

/** A standard window in order of time. */
const timed = fc
  .tuple(
    groups,
    fc.oneof(
      rowsFrame,
      fc.constantFrom(
        "",
        "RANGE BETWEEN INTERVAL '0.004' SECOND PRECEDING AND CURRENT ROW",
        "RANGE BETWEEN INTERVAL '0.009' SECOND PRECEDING AND INTERVAL '0.003' SECOND PRECEDING",
        "RANGE UNBOUNDED PRECEDING",
      ),
    ),
  )
  .map(([by, frame]) => `${by} ORDER BY ts ${frame}`);

interface Shape {
  readonly window: fc.Arbitrary<string>;
  readonly call: fc.Arbitrary<string>;
}

const native: fc.Arbitrary<GeneratedQuery> = fc
  .constantFrom<Shape>(
    { window: buffer, call: bufferFunction },
    { window: buffer, call: bufferFunction },
    { window: unordered, call: nativeFunction },
    { window: timed, call: nativeFunction },
  )
  .chain(({ window, call }) =>
    fc.record({
      windows: fc.array(window, { minLength: 1, maxLength: 2 }),
      calls: fc.array(fc.tuple(call, fc.nat(1)), { minLength: 1, maxLength: 4 }),
      where: fc.constantFrom("", "", " WHERE v > 3"),
      partitions: fc.integer({ min: 1, max: 6 }),
      strategy: fc.constantFrom("hash", "hash", "sticky", "round_robin"),
      lateAction: fc.constantFrom("drop", "process_with_warning", "process_all"),
      bound: fc.constantFrom(0, 3, 8),
      scope: fc.constantFrom("partition", "global", "source"),
    }),
  )
  .map(({ windows, calls, where, partitions, strategy, lateAction, bound, scope }) => ({
    sql: `-- @num_partitions: ${partitions}\n-- @partitioning_strategy: ${strategy}\nSELECT ts, v + 1 AS next, ${columnsOf(calls, windows)} FROM t${where}`,
    preset: "velostream",
    settings: {
      "late.data.strategy": lateAction,
      "watermark.max_out_of_orderness": `${bound}ms`,
      "watermark.min_advance": "0ms",
      "watermark.scope": scope,
    },
  }));

const flink: fc.Arbitrary<GeneratedQuery> = fc
  .record({
    window: timed,
    calls: fc.array(
      fc.oneof(overAggregate.filter(isFlinks), fc.constantFrom("LAG(v)", "LAG(m, 2)", "FIRST_VALUE(v)")),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    where: fc.constantFrom("", " WHERE b"),
    partitions: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ window, calls, where, partitions }) => ({
    sql: `-- @num_partitions: ${partitions}\nSELECT ts, ${columnsOf(
      calls.map((call) => [call, 0] as const),
      [window],
    )} FROM t${where}`,
    preset: "flink",
    settings: { "watermark.max_out_of_orderness": "4ms" },
  }));

function isFlinks(text: string): boolean {
  return /^(COUNT|SUM|AVG|MIN|MAX)\((?!b\))/.test(text) && !text.includes("/");
}

function columnsOf(calls: readonly (readonly [string, number])[], windows: readonly string[]): string {
  return calls
    .map(([call, at], index) => `${call} OVER (${windows[at % windows.length]!.trim()}) AS a${index}`)
    .join(", ");
}

/** Functions over windows of records, natively and as Flink has them. */
export const generatedOver: fc.Arbitrary<GeneratedQuery> = fc.oneof(
  { weight: 3, arbitrary: native },
  { weight: 1, arbitrary: flink },
);
