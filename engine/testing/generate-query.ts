import fc from "fast-check";
import type { PresetName } from "../spec/semantics-rules.ts";

/** SQL over the generated stream, and what stands beside it. */
export interface GeneratedQuery {
  readonly sql: string;
  readonly preset: PresetName;
  readonly settings: Readonly<Record<string, string>>;
}

/** The value, or null as often. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { freq: 2 });
}

const keyLists = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<readonly string[]>(["k"], ["k"], []) },
  { weight: 2, arbitrary: fc.constantFrom<readonly string[]>(["b"], ["k", "b"]) },
  { weight: 1, arbitrary: fc.constantFrom<readonly string[]>(["v"], ["m"], ["d"], ["b", "k", "v"]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<readonly string[]>(
      ["CAST(at AS DATE)"],
      ["ts - at"],
      ["ARRAY[b, v > 3]"],
      ["k", "MAP['b', b]"],
    ),
  },
);

const commonAggregate = fc.constantFrom(
  "COUNT(*)",
  "COUNT(v)",
  "SUM(v)",
  "SUM(d)",
  "SUM(m)",
  "SUM(v + 1)",
  "AVG(v)",
  "AVG(d)",
  "AVG(m)",
  "MIN(v)",
  "MAX(v)",
  "MIN(d)",
  "MAX(m)",
  "MIN(k)",
  "MAX(k)",
  "MAX(ts)",
  "COUNT(DISTINCT v)",
  "COUNT(DISTINCT k)",
  "SUM(v) FILTER (WHERE b)",
  "MAX(ts - at)",
  "MIN(CAST(at AS DATE))",
  "LAST_VALUE(ARRAY[v])",
  "FIRST_VALUE(v)",
  "LAST_VALUE(k)",
);

/** Those that no engine gives another meaning. Statistics are compared with what no few records give: rounding goes its own way. */
const rareAggregate = fc.constantFrom(
  "MIN(b)",
  "BOOL_AND(b)",
  "BOOL_OR(v > 20)",
  "SUM(DISTINCT v)",
  "AVG(DISTINCT m)",
  "COUNT_DISTINCT(d)",
  "COUNT(DISTINCT k, b)",
  "APPROX_COUNT_DISTINCT(k)",
  "FIRST_VALUE(v, 2)",
  "LATEST_BY_OFFSET(k, 2)",
  "LAST_VALUE(k ORDER BY v)",
  "FIRST_VALUE(m ORDER BY k DESC, v)",
  "FIRST_VALUE(v) RESPECT NULLS",
  "DELTA(v)",
  "DELTA(m)",
  "ARG_MIN(k, v)",
  "MAX_BY(v, d)",
  "MEDIAN(d)",
  "PERCENTILE_CONT(m, 0.3)",
  "PERCENTILE_CONT(0.75) WITHIN GROUP (ORDER BY v DESC)",
  "PERCENTILE_DISC(v, 0.5)",
  "PERCENTILE_DISC(0.2) WITHIN GROUP (ORDER BY k)",
  "STRING_AGG(k)",
  "LISTAGG(v, '-')",
  "STRING_AGG(DISTINCT k ORDER BY k DESC)",
  "STRING_AGG(k, ';' ORDER BY v DESC NULLS LAST, m) FILTER (WHERE b)",
  "COLLECT_LIST(v)",
  "ARRAY_AGG(k ORDER BY d)",
  "COLLECT_SET(k)",
  "COLLECT_LIST(DISTINCT v)",
  "ARRAY_AGG(v) FILTER (WHERE b)",
  "TOPK(v, 3)",
  "TOPKDISTINCT(k, 2)",
  "HISTOGRAM(k)",
  "HISTOGRAM(v) FILTER (WHERE b)",
  "REGR_COUNT(v, d)",
  "STDDEV(d) > 2.7182818284e0",
  "VAR_POP(d) > 9.8696044e0",
  "COVAR_POP(d, m) > 31.415926535e0",
);

const aggregate = fc.oneof(
  { weight: 3, arbitrary: commonAggregate },
  { weight: 2, arbitrary: rareAggregate },
);

/** What a plain SELECT computes from one record. */
const computed = fc.constantFrom(
  "v * 2",
  "v - 9223372036854775807",
  "v / 3",
  "v % 4",
  "-v",
  "m + 1",
  "m * m",
  "m / 3",
  "m * d",
  "m - v",
  "d / 0",
  "ABS(v)",
  "ROUND(d)",
  "FLOOR(m)",
  "TRUNC(d, 1)",
  "SQRT(v)",
  "POWER(d, 2)",
  "GREATEST(v, 3, m)",
  "LEAST(d, 1.5)",
  "IF(b, v, 0)",
  "EXTRACT(WEEK FROM ts)",
  "HOUR(ts)",
  "DATE_TRUNC('second', ts)",
  "DATEADD(MONTH, v, ts)",
  "TIMESTAMPDIFF(MINUTE, ts, TIMESTAMP '1970-01-01 01:00:00')",
  "DATE(ts)",
  "CASE WHEN v > 5 THEN 'high' WHEN b THEN k ELSE NULL END",
  "COALESCE(k, 'none')",
  "NULLIF(k, 'a')",
  "k || '!'",
  "UPPER(k)",
  "LENGTH(k)",
  "k LIKE '%a_'",
  "k IN ('a', 'NULL')",
  "v IN (1, 2, NULL)",
  "v BETWEEN 0 AND 10",
  "v NOT BETWEEN 3 AND m",
  "b AND v > 3",
  "b OR v > 3",
  "NOT b",
  "k IS DISTINCT FROM 'a'",
  "v = m",
  "d < v",
  "CAST(v AS STRING)",
  "CAST(m AS BIGINT)",
  "CAST(d AS BIGINT)",
  "CAST(v AS DECIMAL(12, 3))",
  "CAST(k AS BIGINT)",
  "CAST(b AS STRING)",
  "DIV(v, 3)",
  "ts + INTERVAL '90' SECOND",
  "(at - ts) * 2",
  "CAST(ts AS DATE)",
  "DATE '1970-01-01' - ts",
  "ARRAY[v, NULL, 3][1]",
  "ARRAY_MAX(ARRAY[d, v])",
  "MAP[k, v]['a']",
  "ROW(v, k, ARRAY[m])",
  "CAST(ARRAY[v, 2] AS ARRAY<STRING>)",
  "ARRAY[k] = ARRAY['a']",
  "CAST(MAP['at', at - ts] AS STRING)",
  "TRY_CAST(k AS BIGINT)",
);

const condition = fc.constantFrom(
  "v > 3",
  "NOT (v > 10)",
  "k = 'a' OR v < 5",
  "v IS NOT NULL AND k <> 'b'",
  "b",
  "m >= 20.5",
  "d < 2.5",
  "v * 2 + 1 > 9",
  "d / 2 < 4.5",
  "k IS NULL OR b IS NULL",
);

const having = fc.constantFrom(
  "COUNT(*) > 1",
  "COUNT(*) <= 2",
  "SUM(v) > 10",
  "SUM(v) < 20",
  "AVG(d) > 0",
  "MAX(m) IS NOT NULL",
  "MIN(v) < 5 OR COUNT(v) > 2",
);

/** ms of windows, bounds and waits: short, so that records meet their edges. */
const size = fc.constantFrom(1, 7, 10, 16, 40);
const wait = fc.constantFrom(0, 1, 3, 8, 20);

const options = fc
  .record({
    "watermark.max_out_of_orderness": sometimes(wait),
    "watermark.min_advance": sometimes(fc.constantFrom(0, 1, 4)),
    "watermark.idle_timeout": sometimes(fc.constantFrom(1, 5, 12, 40)),
    "watermark.max_future_skew": sometimes(fc.constantFrom(0, 5, 30)),
    "watermark.allowed_lateness": sometimes(wait),
    "watermark.scope": sometimes(fc.constantFrom("partition", "global", "source")),
  })
  .map((chosen) => {
    const written: Record<string, string> = {};
    for (const [name, value] of Object.entries(chosen))
      if (value !== null) written[name] = typeof value === "number" ? `${value}ms` : value;
    return written;
  });

const partitioning = fc
  .record({
    partitions: fc.integer({ min: 1, max: 8 }),
    strategy: fc.constantFrom("hash", "hash-velostream", "sticky", "round_robin", "fan_in"),
  })
  .map(
    ({ partitions, strategy }) =>
      `-- @num_partitions: ${partitions}\n-- @partitioning_strategy: ${strategy}\n`,
  );

interface Parts {
  readonly where: string;
  readonly having: string;
  readonly keys: readonly string[];
  readonly aggregates: readonly string[];
  readonly size: number;
  readonly offset: number;
}

const parts: fc.Arbitrary<Parts> = fc.record({
  where: sometimes(condition).map((text) => (text === null ? "" : ` WHERE ${text}`)),
  having: sometimes(having).map((text) => (text === null ? "" : ` HAVING ${text}`)),
  keys: keyLists,
  aggregates: fc.array(aggregate, { minLength: 1, maxLength: 4 }),
  size,
  offset: fc.constantFrom(0, 0, 3, 23),
});

function namedColumns(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${text} AS a${index}`);
}

/** Everything of this slice that the native dialect says. */
const velostream: fc.Arbitrary<GeneratedQuery> = fc
  .record({
    parts,
    partitioning,
    options,
    ascending: fc.integer({ min: 0, max: 5 }).map((roll) => roll === 5),
    shape: fc.constantFrom(
      "records",
      "groups",
      "groups final",
      "final",
      "final",
      "changes",
      "changes",
      "all groups",
    ),
    lateAction: fc.constantFrom("drop", "process_with_warning", "process_all"),
    marker: fc.boolean(),
    columns: fc.array(computed, { minLength: 1, maxLength: 4 }),
  })
  .map(
    ({
      parts: query,
      partitioning: annotations,
      options: chosen,
      ascending,
      shape,
      lateAction,
      marker,
      columns: values,
    }) => {
      const { keys, aggregates } = query;
      const settings: Record<string, string> = { ...chosen, "late.data.strategy": lateAction };
      if (ascending) {
        settings["watermark.strategy"] = "ascending";
        delete settings["watermark.max_out_of_orderness"];
      }
      if (shape === "records")
        return written(
          `${annotations}SELECT ts, ${namedColumns(values).join(", ")} FROM t${query.where}`,
          settings,
        );
      const groups = keys.length === 0 ? "" : ` GROUP BY ${keys.join(", ")}`;
      const columns = [...keys, ...namedColumns(aggregates)];
      if (shape === "groups" || shape === "groups final") {
        const emit = shape === "groups" ? "" : " EMIT FINAL";
        const text = `SELECT ${columns.join(", ")} FROM t${query.where}${groups}${query.having}${emit}`;
        return written(annotations + text, settings);
      }
      if (shape === "all groups") settings["emit.scope"] = "window";
      if (shape !== "final" && marker) settings["emit.final_marker"] = "true";
      const offset = query.offset === 0 ? "" : `, OFFSET ${query.offset}ms`;
      const window = ` WINDOW TUMBLING(${query.size}ms${offset})`;
      const emit = shape === "final" ? "" : " EMIT CHANGES";
      const bounds = ["_WINDOW_START AS ws", "_WINDOW_END AS we"];
      const text = `SELECT ${[...columns, ...bounds].join(", ")} FROM t${query.where}${groups}${window}${query.having}${emit}`;
      return written(annotations + text, settings);
    },
  );

function written(sql: string, settings: Readonly<Record<string, string>>): GeneratedQuery {
  return { sql, preset: "velostream", settings };
}

/** Flink's table function: one row of a window and group, at its close. */
const flinkWindows: fc.Arbitrary<GeneratedQuery> = fc
  .record({ parts, partitioning, options })
  .map(({ parts: query, partitioning: annotations, options: settings }) => {
    const offset =
      query.offset % query.size === 0 ? "" : `, INTERVAL '${(query.offset % query.size) / 1000}' SECOND`;
    const table = `TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '${query.size / 1000}' SECOND${offset}))`;
    const groups = ["window_start", "window_end", ...query.keys].join(", ");
    const columns = [groups, ...namedColumns(query.aggregates)].join(", ");
    const text = `SELECT ${columns} FROM ${table}${query.where} GROUP BY ${groups}${query.having}`;
    return { sql: annotations + text, preset: "flink", settings };
  });

const ksqldbKeys = fc.constantFrom<readonly string[]>(["k"], ["k"], ["v"], ["k", "v"]);

/** ksqlDB's clause: grouped by STRING or BIGINT columns, whose bytes it sorts by. */
const ksqldbWindows: fc.Arbitrary<GeneratedQuery> = fc
  .record({
    parts,
    partitioning,
    options,
    keys: ksqldbKeys,
    emit: fc.constantFrom("CHANGES", "FINAL"),
    grace: sometimes(wait),
  })
  .map(({ parts: query, partitioning: annotations, options: chosen, keys, emit, grace }) => {
    const settings = { ...chosen };
    delete settings["watermark.allowed_lateness"];
    const period = grace === null ? "" : `, GRACE PERIOD ${grace} MILLISECONDS`;
    const columns = [...keys, ...namedColumns(query.aggregates), "WINDOWSTART AS ws", "WINDOWEND AS we"].join(
      ", ",
    );
    const window = ` WINDOW TUMBLING (SIZE ${query.size} MILLISECONDS${period})`;
    const text = `SELECT ${columns} FROM t${window}${query.where} GROUP BY ${keys.join(", ")}${query.having} EMIT ${emit}`;
    return { sql: annotations + text, preset: "ksqldb", settings };
  });

/** RisingWave's table function: a row for each change, or one at the close. */
const risingwaveWindows: fc.Arbitrary<GeneratedQuery> = fc
  .record({ parts, partitioning, options, emit: fc.constantFrom("", " EMIT ON WINDOW CLOSE") })
  .map(({ parts: query, partitioning: annotations, options: settings, emit }) => {
    const offset = query.offset === 0 ? "" : `, INTERVAL '${query.offset / 1000} seconds'`;
    const table = `TUMBLE(t, ts, INTERVAL '${query.size / 1000} seconds'${offset})`;
    const groups = [...query.keys, "window_start", "window_end"].join(", ");
    const columns = [groups, ...namedColumns(query.aggregates)].join(", ");
    const text = `SELECT ${columns} FROM ${table}${query.where} GROUP BY ${groups}${query.having}${emit}`;
    return { sql: annotations + text, preset: "risingwave", settings };
  });

/** What a plain SELECT computes under the other engines' rules: without what one of them gives another meaning. */
const foreignComputed = computed.filter((text) => !/^(m \/ 3$|GREATEST|LEAST|ROUND)/.test(text));

/** A plain SELECT, groups without a window, or what only the preset says. */
function foreign(
  preset: PresetName,
  keys: fc.Arbitrary<readonly string[]>,
  windowed: fc.Arbitrary<GeneratedQuery>,
): fc.Arbitrary<GeneratedQuery> {
  const plain = fc
    .record({
      parts,
      partitioning,
      options,
      columns: fc.array(foreignComputed, { minLength: 1, maxLength: 4 }),
    })
    .map(({ parts: query, partitioning: annotations, options: settings, columns }) => ({
      sql: `${annotations}SELECT ts, ${namedColumns(columns).join(", ")} FROM t${query.where}`,
      preset,
      settings,
    }));
  const groups = fc
    .record({ parts, partitioning, options, keys })
    .map(({ parts: query, partitioning: annotations, options: settings, keys: grouped }) => {
      const columns = [...grouped, ...namedColumns(query.aggregates)].join(", ");
      const by = grouped.length === 0 ? "" : ` GROUP BY ${grouped.join(", ")}`;
      const sql = `${annotations}SELECT ${columns} FROM t${query.where}${by}${query.having}`;
      return { sql, preset, settings };
    });
  return fc.oneof(plain, groups, groups, windowed, windowed);
}

/** Queries of this slice under all presets that run, with all options; every one of them is accepted. */
export const generatedQuery: fc.Arbitrary<GeneratedQuery> = fc.oneof(
  { weight: 3, arbitrary: velostream },
  { weight: 2, arbitrary: foreign("flink", keyLists, flinkWindows) },
  { weight: 2, arbitrary: foreign("ksqldb", ksqldbKeys, ksqldbWindows) },
  { weight: 2, arbitrary: foreign("risingwave", keyLists, risingwaveWindows) },
);
