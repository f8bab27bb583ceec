import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResultRow } from "../runtime/result-row.ts";
import { RunFailure } from "../runtime/run-failure.ts";
import { realEngine } from "./executors.ts";
import { generatedWholeTrial } from "./generate-trial.ts";
import type { PlainValue } from "./plain-value.ts";
import { compileTrial, type Trial } from "./trial.ts";

/** Where columns of a generated record stand. */
const TS = 0;
const K = 1;
const AT = 7;

type Shown = Omit<ResultRow, "partition">;

/** Rows of the real engine; none where a record ends the run. */
function rowsOf(trial: Trial): readonly ResultRow[] {
  const { plan, records } = compileTrial(trial);
  try {
    return realEngine(trial.batch, trial.workers)(plan, records, trial).rows;
  } catch (error) {
    if (error instanceof RunFailure) return [];
    throw error;
  }
}

/** Without the name of the partition. */
function contents(rows: readonly ResultRow[]): readonly Shown[] {
  return rows.map(({ kind, values, cause, pane, reason, watermark, windowStart, windowEnd }) => ({
    kind,
    values,
    cause,
    pane,
    reason,
    watermark,
    windowStart,
    windowEnd,
  }));
}

/** Tries a rule, which counts the rows that it saw. */
function holds(trials: fc.Arbitrary<Trial>, rule: (trial: Trial) => number, numRuns = 100): void {
  let rows = 0;
  fc.assert(
    fc.property(trials, (trial) => {
      rows += rule(trial);
    }),
    { numRuns },
  );
  expect(rows).toBeGreaterThan(numRuns);
}

const windowed = generatedWholeTrial.filter(({ sql }) => /TUMBL|HOP|SLIDING|CUMULATE|SESSION/.test(sql));

/** Grouped by k among others. */
const keyed = windowed.filter(({ sql }) => /GROUP BY (.*, )?k(,|$| WINDOW| HAVING| EMIT)/.test(sql));

/** Spread by a hash of the key. */
function hashed(trial: Trial): Trial {
  return { ...trial, sql: trial.sql.replace(/(strategy: )\S+/, "$1hash") };
}

/** With other settings; null takes one away. */
function withSettings(trial: Trial, changed: Readonly<Record<string, string | null>>): Trial {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...trial.settings, ...changed }))
    if (value !== null) settings[name] = value;
  return { ...trial, settings };
}

test("a keyed query under hash gives the same rows with any number of partitions, where the watermark is the source's", () => {
  const spread = keyed.map((trial) =>
    // Where whole windows print again, their groups do so partition by partition.
    withSettings(hashed(trial), { "watermark.scope": "source", "emit.scope": null }),
  );
  const partitions = fc.integer({ min: 1, max: 9 });
  let rows = 0;
  fc.assert(
    fc.property(spread, partitions, (trial, count) => {
      const other = { ...trial, sql: trial.sql.replace(/(partitions: )\d+/, `$1${count}`) };
      const wanted = contents(rowsOf(trial));
      expect(contents(rowsOf(other))).toEqual(wanted);
      rows += wanted.length;
    }),
    { numRuns: 150 },
  );
  expect(rows).toBeGreaterThan(300);
});

test("batches and workers change no row", () => {
  holds(generatedWholeTrial, (trial) => {
    const rows = rowsOf(trial);
    for (const [batch, workers] of [
      [1, 1],
      [8_192, 1],
      [3, 4],
    ] as const)
      expect(rowsOf({ ...trial, batch, workers })).toEqual(rows);
    return rows.length;
  });
});

test("where nothing closes early, what is said of one key does not depend on how the keys are interleaved", () => {
  const alone = keyed
    // Without a column for it, the arrival of a record is its place.
    .filter(({ sql, preset }) => preset !== "ksqldb" && !sql.includes("CURRENT_TIMESTAMP"))
    .map((trial) =>
      withSettings(hashed(trial), {
        "watermark.strategy": null,
        "watermark.punctuation.field": null,
        "watermark.max_out_of_orderness": "1000000ms",
        "watermark.idle_timeout": null,
        "emit.scope": null,
      }),
    )
    .map((trial) => ({ ...trial, endOfInput: true }));
  holds(alone, (trial) => {
    const key = compileTrial(trial).plan.output.findIndex(({ name }) => name === "k");
    const told = (rows: readonly ResultRow[], of: unknown): unknown[] =>
      rows
        .filter(({ values }) => values[key] === of)
        .map(({ kind, values, pane, reason, windowStart, windowEnd }) =>
          [kind, pane, reason, windowStart, windowEnd, ...values].map(String),
        );
    const rows = rowsOf(trial);
    // One key after the other: of each the records in their order.
    const records = trial.records.toSorted((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
    const sorted = rowsOf({ ...trial, records });
    if (rows.length > 0 && sorted.length > 0)
      for (const of of new Set(rows.map(({ values }) => values[key])))
        expect(told(sorted, of)).toEqual(told(rows, of));
    return rows.length;
  });
});

function text(record: readonly PlainValue[] | null): string {
  return record === null ? "" : `${typeof record[K]} ${String(record[K])}`;
}

test("where all times and lengths are multiplied, so are those of the rows, and nothing else changes", () => {
  const FACTOR = 7;
  const scaled = (text: string): string =>
    text.replace(/(\d+)ms/g, (_, length: string) => `${FACTOR * Number(length)}ms`);
  const timed = windowed
    .filter(({ sql, preset }) => preset === "velostream" && !/\b(ts|at|CURRENT_TIMESTAMP)\b/.test(sql))
    .map((trial) => {
      const { maxOutOfOrderness } = trial.stream;
      // What is not said would not be multiplied; ascending and punctuated watermarks are not either.
      const said = withSettings(trial, {
        "watermark.strategy": null,
        "watermark.punctuation.field": null,
        "watermark.max_out_of_orderness": `${maxOutOfOrderness ?? 5}ms`,
        "watermark.min_advance": trial.settings["watermark.min_advance"] ?? "2ms",
        "watermark.idle_timeout": trial.settings["watermark.idle_timeout"] ?? "9ms",
        "watermark.allowed_lateness": trial.settings["watermark.allowed_lateness"] ?? "4ms",
      });
      return { ...said, stream: { ...said.stream, arrival: "at", maxOutOfOrderness: null } };
    });
  holds(timed, (trial) => {
    const times = (row: number): number => FACTOR * row;
    const other = withSettings(
      { ...trial, sql: scaled(trial.sql), records: trial.records.map(multiplied) },
      Object.fromEntries(Object.entries(trial.settings).map(([name, value]) => [name, scaled(value)])),
    );
    const isBound = compileTrial(trial).plan.output.map(({ name }) => name === "ws" || name === "we");
    const wanted = rowsOf(trial).map((row) => ({
      ...row,
      values: row.values.map((value, at) => (isBound[at] ? times(Number(value)) : value)),
      watermark: times(row.watermark),
      windowStart: times(row.windowStart!),
      windowEnd: times(row.windowEnd!),
    }));
    expect(rowsOf(other)).toEqual(wanted);
    return wanted.length;
  });

  function multiplied(record: readonly PlainValue[] | null): readonly PlainValue[] | null {
    return (
      record &&
      record.map((value, at) => ((at === TS || at === AT) && value !== null ? FACTOR * Number(value) : value))
    );
  }
});

test("other names of the stream and of its columns change no row", () => {
  const names: Readonly<Record<string, string>> = { t: "events", k: "zone", v: "size_of", m: "price" };
  const renamed = (text: string): string => text.replace(/\b[tkvm]\b(?!')/g, (name) => names[name]!);
  holds(generatedWholeTrial, (trial) => {
    const { stream } = trial;
    const field = trial.settings["watermark.punctuation.field"];
    const other = withSettings(
      {
        ...trial,
        sql: renamed(trial.sql),
        stream: {
          ...stream,
          name: renamed(stream.name),
          schema: stream.schema.map((column) => ({ ...column, name: renamed(column.name) })),
        },
      },
      field === undefined ? {} : { "watermark.punctuation.field": renamed(field) },
    );
    const rows = rowsOf(trial);
    expect(rowsOf(other)).toEqual(rows);
    return rows.length;
  });
});

test("an idle timeout that no split and no partition is quiet for changes no row", () => {
  holds(generatedWholeTrial, (trial) => {
    const never = rowsOf(withSettings(trial, { "watermark.idle_timeout": "never" }));
    // Longer than all records take together.
    expect(rowsOf(withSettings(trial, { "watermark.idle_timeout": "1d" }))).toEqual(never);
    return never.length;
  });
});

test("law 5: the changelog of CHANGES, folded up to a window's close, is the row that FINAL prints there", () => {
  const native = windowed
    .filter(({ sql, preset }) => preset === "velostream" && sql.includes(" WINDOW "))
    .map((trial) => ({ ...withSettings(trial, { "emit.scope": null }), endOfInput: true }));
  holds(native, (trial) => {
    const body = trial.sql.replace(/ EMIT \w+$/, "");
    const closes = (rows: readonly ResultRow[]): readonly unknown[] =>
      rows
        .filter(({ pane }) => pane === "on-time")
        .map(({ values, cause, reason, partition, watermark, windowStart, windowEnd }) => ({
          values,
          cause,
          reason,
          partition,
          watermark,
          windowStart,
          windowEnd,
        }));
    const final = rowsOf(withSettings({ ...trial, sql: body }, { "emit.final_marker": null }));
    const changes = rowsOf(
      withSettings({ ...trial, sql: `${body} EMIT CHANGES` }, { "emit.final_marker": "true" }),
    );
    expect(closes(changes)).toEqual(closes(final));
    return final.length;
  });
});
