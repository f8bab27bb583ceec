import { arch, cpus, platform } from "node:os";
import { openDuckDb } from "./duckdb-subject.ts";
import { runNaive } from "./naive-engine.ts";
import { groupBytes } from "./group-bytes.ts";
import { naiveTicks } from "./naive-ticks.ts";
import {
  naiveScenario,
  scenarioBatches,
  type ScenarioEmission,
  scenarioPlan,
  scenarioTrades,
} from "./scenario-3.ts";
import { type TickWorkload, tickWorkloads } from "./tick-workloads.ts";
import { measure, median } from "./timing.ts";
import { traceBytes } from "./trace-bytes.ts";
import { type Symbols, type W1Data, w1Batches, w1Data } from "./w1-data.ts";
import { planOf, runToObjects, runWindowpane } from "./windowpane-subject.ts";

/**
 * `npm run bench`: how fast the engine is, as ratios to others in the same run on the same machine.
 * `--only W1-F,W1-C,W7` picks workloads (all of tick-workloads.ts, S3A, S3B, memory and trace too); `--json` prints one object a
 * line and nothing else.
 */
const environment = `node ${process.version} ${platform()} ${arch()}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "?"}`;
const json = process.argv.includes("--json");
const only = optionValue("--only")?.split(",");
const wanted = (name: string): boolean => !only || only.includes(name);

const RECORDS = 2_000_000;
const NAIVE_RECORDS = 500_000;
const ROUNDS = 7;
const BATCH = 8_192;
/** Of scenario 3: W7 has as many as Velostream's own runs; S3A and S3B go on for longer, since beginning is what W7 shows. */
const SHORT_SCENARIO = 5_000;
const LONG_SCENARIO = 200_000;
/** Of 10,000 groups each, so that arrays are just full, just grown and between. */
const GROUP_WINDOWS: readonly number[] = [14, 26, 40, 53, 75, 100, 106];
/** The same run with its trace told and recorded: what seeing time costs. */
const TRACED = "windowpane traced";

interface Subject {
  readonly records: number;
  /** @returns Rows out. */
  run(): number | Promise<number>;
}

interface Line {
  readonly workload: string;
  readonly subject: string;
  readonly records: number;
  readonly recordsPerSecond?: number;
  readonly rows?: number;
  readonly ratios?: Readonly<Record<string, number>>;
  readonly medianMs?: number;
  readonly bytesPerRecord?: number;
  readonly bytesPerGroup?: number;
}

let data: W1Data | null = null;
let made: Symbols | null = null;
for (const workload of tickWorkloads.filter(({ name }) => wanted(name))) {
  const { count, spread } = workload.symbols;
  if (made?.count !== count || made.spread !== spread) data = w1Data(RECORDS, workload.symbols);
  made = workload.symbols;
  await benchTicks(data!, workload);
}
if (wanted("S3A")) await benchScenario("S3A", "final");
if (wanted("S3B")) await benchScenario("S3B", "window");
if (wanted("W7")) benchW7();
if (wanted("memory"))
  for (const windows of GROUP_WINDOWS) {
    const { groups, bytes } = groupBytes(windows);
    print({ workload: "memory", subject: "windowpane", records: groups, bytesPerGroup: round(bytes) });
  }
if (wanted("trace")) {
  const { records, bytes } = await traceBytes();
  print({
    workload: "trace",
    subject: "windowpane",
    records,
    bytesPerRecord: round(bytes),
  });
}

async function benchTicks(data: W1Data, workload: TickWorkload): Promise<void> {
  const plan = planOf(workload.sql, data.stream);
  const batches = w1Batches(data, BATCH);
  const naive = naiveTicks(data, NAIVE_RECORDS);
  const peer = workload.duckDb;
  const duckDb = peer && (await openDuckDb(data, peer.key));
  const subjects = new Map<string, Subject>([
    ["windowpane", { records: RECORDS, run: () => runWindowpane(plan, batches, false).rows }],
    [TRACED, { records: RECORDS, run: () => runWindowpane(plan, batches, true).rows }],
    ["naive", { records: NAIVE_RECORDS, run: () => workload.naive(naive).rows }],
  ]);
  if (duckDb) subjects.set("duckdb1", { records: RECORDS, run: () => duckDb.run(peer.query) });
  await compare(workload.name, subjects);
  duckDb?.close();
}

async function benchScenario(name: string, emission: ScenarioEmission): Promise<void> {
  const records = LONG_SCENARIO;
  const trades = scenarioTrades(records);
  const plan = scenarioPlan(emission);
  const batches = scenarioBatches(trades, 2_048);
  const query = naiveScenario(emission);
  await compare(
    name,
    new Map<string, Subject>([
      ["windowpane", { records, run: () => runWindowpane(plan, batches, false).rows }],
      ["naive", { records, run: () => runNaive(trades, query).rows }],
    ]),
  );
}

/** Runs subjects in turn and prints each with its rows; the engine with its ratios to the others. */
async function compare(workload: string, subjects: ReadonlyMap<string, Subject>): Promise<void> {
  const times = await measure(subjects, ROUNDS);
  const speeds = new Map(
    [...subjects].map(([name, { records }]) => [name, (records / median(times.get(name)!.ms)) * 1_000]),
  );
  const peers: Record<string, readonly string[]> = {
    windowpane: [...subjects.keys()].filter((name) => name !== "windowpane" && name !== TRACED),
    [TRACED]: ["windowpane"],
  };
  for (const [subject, { records }] of subjects)
    print({
      workload,
      subject,
      records,
      recordsPerSecond: Math.round(speeds.get(subject)!),
      rows: times.get(subject)!.rows,
      ...(peers[subject] && {
        ratios: Object.fromEntries(
          peers[subject].map((name) => [name, round(speeds.get(subject)! / speeds.get(name)!)]),
        ),
      }),
    });
}

/** W7: how long a small query takes, rows as objects: the first run of this process, and warm. */
function benchW7(): void {
  const plan = scenarioPlan("changes");
  const records = SHORT_SCENARIO;
  const batches = scenarioBatches(scenarioTrades(records), records);
  const run = (): number => {
    const began = performance.now();
    runToObjects(plan, batches);
    return performance.now() - began;
  };
  const first = run();
  const warm = median(Array.from({ length: 60 }, run).slice(20));
  print({
    workload: "W7-first",
    subject: "windowpane",
    records,
    recordsPerSecond: Math.round((records / first) * 1_000),
    medianMs: round(first),
  });
  print({
    workload: "W7-warm",
    subject: "windowpane",
    records,
    recordsPerSecond: Math.round((records / warm) * 1_000),
    medianMs: round(warm),
  });
}

function print(line: Line): void {
  if (json) console.log(JSON.stringify({ ...line, environment }));
  else {
    const speed =
      line.recordsPerSecond === undefined
        ? bytesText(line)
        : `${(line.recordsPerSecond / 1e6).toFixed(2)} M records/s`;
    const ratios = Object.entries(line.ratios ?? {}).map(([name, ratio]) => `${ratio}x ${name}`);
    console.log(
      [
        line.workload.padEnd(9),
        line.subject.padEnd(17),
        speed.padStart(20),
        line.medianMs && `${line.medianMs} ms`,
        ...ratios,
      ]
        .filter(Boolean)
        .join("  "),
    );
  }
}

function bytesText({ records, bytesPerGroup, bytesPerRecord }: Line): string {
  return bytesPerGroup === undefined
    ? `${bytesPerRecord} bytes/record`
    : `${bytesPerGroup} bytes/group of ${records}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function optionValue(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
