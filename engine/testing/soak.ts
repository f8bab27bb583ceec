import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, DOUBLE, STRING, TIMESTAMP } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import { compileQuery } from "../plan/compile-query.ts";
import { BatchPreparer } from "../runtime/batch-preparer.ts";
import { PartitionHost } from "../runtime/partition-host.ts";
import type { PresetName } from "../spec/semantics-rules.ts";

/**
 * `npm run soak`: what long runs hold. Prints `name value limit` a line, in MB or bytes, and exits 1 above a limit.
 * `--records 1000000` runs fewer than 10 million records a query, `--only session,over` some of the queries.
 */
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const BATCH = 8_192;
const MB = 2 ** 20;
/** MB that heap or arrays may have more at the end than after the first fifth of the records. */
const GROWTH_LIMIT = 8;
/** Bytes that a (window, group) may take while it waits for late records. */
const GROUP_LIMIT = 384;
/** MB that whatever does not grow with groups may take. */
const REST_LIMIT = 32;

const names = Array.from({ length: 1_000 }, (_, index) => `key ${index}`);

const dictionary = new Dictionary(names);

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
    { name: "d", type: DOUBLE },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 100,
};

const aggregates = "COUNT(*) AS n, SUM(v) AS s, AVG(d) AS a, MIN(v) AS low, MAX(d) AS high";

/** With 1,000 keys, a record a ms. */
const queries: Readonly<Record<string, string>> = {
  tumbling: `SELECT k, ${aggregates} FROM t GROUP BY k WINDOW TUMBLING(1s)`,
  hopping: `SELECT k, ${aggregates} FROM t GROUP BY k WINDOW SLIDING(5s, 1s)`,
  cumulate: `SELECT k, ${aggregates} FROM t GROUP BY k WINDOW CUMULATE(1s, 5s)`,
  session: `SELECT k, ${aggregates} FROM t GROUP BY k WINDOW SESSION(2s) EMIT CHANGES`,
  every: `SELECT k, ${aggregates} FROM t GROUP BY k WINDOW TUMBLING(5s) EMIT EVERY 1s`,
  groups: `SELECT k, ${aggregates} FROM t GROUP BY k`,
  buffer: `SELECT k, SUM(v) OVER (ROWS WINDOW BUFFER 100 ROWS PARTITION BY k) AS s FROM t`,
  over: `SELECT k, MAX(d) OVER (PARTITION BY k ORDER BY ts ROWS 10 PRECEDING) AS m FROM t`,
};

/** 1 key in 10 at a time, for ten seconds each, so that sessions end; up to 100 ms out of order, 1 record in 1,000 more. */
function bounded(from: number, to: number): RecordBatch {
  return batchOf(from, to, (n) => {
    const late = n % 1_000 === 0 ? 3_000 : mixed(n) % 100;
    return {
      time: 1_700_000_000_000 + n - late,
      key: 100 * (Math.floor(n / 10_000) % 10) + (mixed(n) % 100),
    };
  });
}

/** Bounded keys: nothing that is held grows once every key was there. */
function holdsStill(name: string, sql: string): void {
  const run = begin(`-- @num_partitions: 2\n${sql}`, "velostream");
  const samples: Held[] = [];
  const every = Math.max(BATCH, Math.floor(total / 20));
  let next = every;
  for (let from = 0; from < total; from += BATCH) {
    run(bounded(from, Math.min(total, from + BATCH)));
    if (from + BATCH < next) continue;
    samples.push(held());
    next += every;
  }
  const warm = samples.slice(Math.floor(samples.length / 5));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const growth = (of: keyof Held): number => least(warm.slice(-third), of) - least(warm.slice(0, third), of);
  print(`${name} heap grows by MB`, growth("heap") / MB, GROWTH_LIMIT);
  print(`${name} arrays grow by MB`, growth("arrays") / MB, GROWTH_LIMIT);
  print(`${name} holds MB`, (warm.at(-1)!.heap + warm.at(-1)!.arrays - empty.heap - empty.arrays) / MB, 128);
}

/** 24 h of grace over windows of 1 s with a group each: a day's windows are held, and no more on the days after. */
function holdsGrace(): void {
  const DAY = 86_400;
  const run = begin(
    `SELECT k, COUNT(*) AS n, SUM(v) AS s FROM t WINDOW TUMBLING (SIZE 1 SECONDS) GROUP BY k EMIT CHANGES`,
    "ksqldb",
  );
  const days: Held[] = [held()];
  for (let day = 0; day < 4; day++) {
    for (let from = day * DAY; from < (day + 1) * DAY; from += BATCH)
      run(
        batchOf(from, Math.min((day + 1) * DAY, from + BATCH), (n) => ({
          time: 1_000 * n,
          key: mixed(n) % 1_000,
        })),
      );
    days.push(held());
  }
  const sizes = days.map((day) => day.heap + day.arrays);
  print(
    "ksqldb-grace holds MB",
    (Math.max(...sizes) - sizes[0]!) / MB,
    (DAY * GROUP_LIMIT) / MB + REST_LIMIT,
  );
  print("ksqldb-grace grows by MB after two days", (sizes[4]! - sizes[2]!) / MB, GROWTH_LIMIT);
}

/** @returns What takes the next batch and throws its output away. */
function begin(sql: string, preset: PresetName): (batch: RecordBatch) => void {
  const { plan, diagnostics } = compileQuery(sql, [stream], { preset });
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const preparer = new BatchPreparer(plan);
  const own = Array.from({ length: plan.partitioning.partitions }, (_, partition) => partition);
  const host = new PartitionHost(plan, own, preparer.keys, false);
  return (batch) => {
    const { header, columns } = preparer.prepare(batch);
    host.process(header, columns);
  };
}

function batchOf(
  from: number,
  to: number,
  record: (n: number) => { readonly time: number; readonly key: number },
): RecordBatch {
  const length = to - from;
  const [time, value, amount] = [
    new Float64Array(length),
    new Float64Array(length),
    new Float64Array(length),
  ];
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const { time: at, key } = record(from + row);
    time[row] = at;
    codes[row] = key;
    value[row] = mixed(from + row) % 1_000;
    amount[row] = value[row]! / 64;
  }
  return {
    base: from,
    length,
    columns: [
      { kind: "number", values: time, exact: null, validity: null },
      { kind: "string", codes, dictionary, validity: null },
      { kind: "number", values: value, exact: null, validity: null },
      { kind: "number", values: amount, exact: null, validity: null },
    ],
    unreadable: null,
  };
}

/** A number from 0 on that looks like chance. */
function mixed(n: number): number {
  let h = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

interface Held {
  readonly heap: number;
  readonly arrays: number;
}

const empty = held();

/** Bytes that are held after garbage was collected. */
function held(): Held {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, arrays: arrayBuffers };
}

function least(samples: readonly Held[], of: keyof Held): number {
  return Math.min(...samples.map((sample) => sample[of]));
}

function print(name: string, value: number, limit: number): void {
  console.log(`${name} ${value.toFixed(1)} ${limit.toFixed(1)}`);
  if (value > limit) process.exitCode = 1;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const total = Number(option("--records") ?? 10_000_000);
const only = option("--only")?.split(",") ?? [...Object.keys(queries), "ksqldb-grace"];
const strays = only.filter((name) => !(name in queries) && name !== "ksqldb-grace");
if (!Number.isSafeInteger(total) || total < 10 * BATCH || strays.length > 0) {
  console.error(
    strays.length > 0
      ? `There is no ${strays.join(", ")}; there are ${[...Object.keys(queries), "ksqldb-grace"].join(", ")}.`
      : `--records takes a number from ${10 * BATCH} on.`,
  );
  process.exit(2);
}
for (const [name, sql] of Object.entries(queries)) if (only.includes(name)) holdsStill(name, sql);
if (only.includes("ksqldb-grace")) holdsGrace();
