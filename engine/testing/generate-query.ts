import fc from "fast-check";
import type { PresetName } from "../spec/semantics-rules.ts";
import { aggregate, computed, condition, having, keyLists } from "./generate-expressions.ts";
import {
  flinkGroup,
  flinkTable,
  type GeneratedWindow,
  generatedWindow,
  ksqldbWindow,
  nativeWindow,
  risingwaveTable,
} from "./generate-window.ts";

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

/** ms of bounds and waits: short, so that records meet the edges of windows. */
export const wait: fc.Arbitrary<number> = fc.constantFrom(0, 1, 3, 8, 20);

/** Of watermarks and lateness. */
export const options: fc.Arbitrary<Readonly<Record<string, string>>> = fc
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

/** Annotations above a query. */
export const partitioning: fc.Arbitrary<string> = fc
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
  /** Whether literals and expressions over the keys and bounds are selected beside them. */
  readonly extends: boolean;
  readonly window: GeneratedWindow;
}

const parts: fc.Arbitrary<Parts> = fc.record({
  where: sometimes(condition).map((text) => (text === null ? "" : ` WHERE ${text}`)),
  having: sometimes(having).map((text) => (text === null ? "" : ` HAVING ${text}`)),
  keys: keyLists,
  aggregates: fc.array(aggregate, { minLength: 1, maxLength: 4 }),
  extends: fc.boolean(),
  window: generatedWindow,
});

/** What no tombstone holds: literals, and expressions over the keys. */
function extensions(query: Parts, keys: readonly string[]): string[] {
  if (!query.extends) return [];
  return ["5 AS x0", ...keys.map((key, index) => `${key} = ${key} AS y${index}`)];
}

function namedColumns(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${text} AS a${index}`);
}

/** Everything of this slice that the native dialect says. */
const velostream: fc.Arbitrary<GeneratedQuery> = fc
  .record({
    parts,
    partitioning,
    options,
    strategy: fc.constantFrom("", "", "", "", "", "ascending", "punctuated", "none"),
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
      strategy,
      shape,
      lateAction,
      marker,
      columns: values,
    }) => {
      const { keys, aggregates } = query;
      const settings: Record<string, string> = { ...chosen, "late.data.strategy": lateAction };
      if (strategy !== "") {
        settings["watermark.strategy"] = strategy;
        delete settings["watermark.max_out_of_orderness"];
      }
      if (strategy === "punctuated") settings["watermark.punctuation.field"] = "v";
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
      const window = nativeWindow(query.window);
      const emit = shape === "final" ? "" : " EMIT CHANGES";
      const bounds = ["_WINDOW_START AS ws", "_WINDOW_END AS we"];
      const text = `SELECT ${[...columns, ...bounds].join(", ")} FROM t${query.where}${groups}${window}${query.having}${emit}`;
      return written(annotations + text, settings);
    },
  );

function written(sql: string, settings: Readonly<Record<string, string>>): GeneratedQuery {
  return { sql, preset: "velostream", settings };
}

/** RisingWave's table function: a row for each change, or one at the close. Its sessions print at the close. */
const risingwaveWindows: fc.Arbitrary<GeneratedQuery> = fc
  .record({ parts, partitioning, options, emit: fc.constantFrom("", " EMIT ON WINDOW CLOSE") })
  .map(({ parts: query, partitioning: annotations, options: settings, emit }) => {
    if (query.window.kind === "session") {
      const by = query.keys.length === 0 ? "" : ` GROUP BY ${query.keys.join(", ")}`;
      const selected = [...query.keys, ...namedColumns(query.aggregates), "_WINDOW_END AS we"].join(", ");
      const sql = `${annotations}SELECT ${selected} FROM t${query.where}${by}${nativeWindow(query.window)}${query.having} EMIT FINAL`;
      return { sql, preset: "risingwave", settings };
    }
    const table = risingwaveTable(query.window);
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
      const columns = [...grouped, ...extensions(query, grouped), ...namedColumns(query.aggregates)].join(
        ", ",
      );
      const by = grouped.length === 0 ? "" : ` GROUP BY ${grouped.join(", ")}`;
      const sql = `${annotations}SELECT ${columns} FROM t${query.where}${by}${query.having}`;
      return { sql, preset, settings };
    });
  return fc.oneof(plain, groups, groups, windowed, windowed);
}

/** Settings under which Flink's older windows print after each record, and wait for late ones. */
function flinkFiring(early: boolean, waits: number | null): Readonly<Record<string, string>> {
  return {
    ...(early && {
      "table.exec.emit.early-fire.enabled": "true",
      "table.exec.emit.early-fire.delay": "0 ms",
    }),
    ...(waits !== null && { "table.exec.emit.allow-lateness": `${waits} ms` }),
  };
}

/** Flink's table function, or the older one in GROUP BY: one row of a window and group, at its close. */
const flinkWindows: fc.Arbitrary<GeneratedQuery> = fc
  .record({
    parts,
    partitioning,
    options,
    isTable: fc.boolean(),
    firesEarly: fc.boolean(),
    waits: sometimes(wait),
  })
  .map(({ parts: query, partitioning: annotations, options: chosen, isTable, firesEarly, waits }) => {
    const isOld = !isTable && query.window.kind !== "session";
    const firing = flinkFiring(firesEarly, "watermark.allowed_lateness" in chosen ? null : waits);
    const settings = isOld ? { ...chosen, ...firing } : chosen;
    const { name, measures } = flinkGroup(query.window);
    const bounds = [`${name}_START(${measures}) AS ws`, `${name}_END(${measures}) AS we`];
    const hasColumns = query.keys.every((key) => /^\w+$/.test(key));
    const [from, selected, grouped] =
      isTable && (hasColumns || query.window.kind !== "session")
        ? [
            flinkTable(query.window, query.keys),
            ["window_start", "window_end"],
            ["window_start", "window_end"],
          ]
        : ["t", bounds, [`${name}(${measures})`]];
    const columns = [...selected, ...query.keys, ...namedColumns(query.aggregates)].join(", ");
    const groups = [...grouped, ...query.keys].join(", ");
    const text = `SELECT ${columns} FROM ${from}${query.where} GROUP BY ${groups}${query.having}`;
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
    const length = query.extends ? ["WINDOWEND - WINDOWSTART AS x1"] : [];
    const columns = [
      ...keys,
      ...extensions(query, keys),
      ...length,
      ...namedColumns(query.aggregates),
      "WINDOWSTART AS ws",
      "WINDOWEND AS we",
    ].join(", ");
    const window = ksqldbWindow(query.window, period);
    const text = `SELECT ${columns} FROM t${window}${query.where} GROUP BY ${keys.join(", ")}${query.having} EMIT ${emit}`;
    return { sql: annotations + text, preset: "ksqldb", settings };
  });

/** Queries of this slice under all presets that run, with all options; every one of them is accepted. */
export const generatedQuery: fc.Arbitrary<GeneratedQuery> = fc.oneof(
  { weight: 3, arbitrary: velostream },
  { weight: 2, arbitrary: foreign("flink", keyLists, flinkWindows) },
  { weight: 2, arbitrary: foreign("ksqldb", ksqldbKeys, ksqldbWindows) },
  { weight: 2, arbitrary: foreign("risingwave", keyLists, risingwaveWindows) },
);
