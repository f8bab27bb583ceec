import type {
  DataType,
  QuerySummary,
  RecordStory,
  Value,
  WatermarkMove,
  WindowStory,
} from "../../engine/client/types.ts";
import { clockFor } from "./clock.ts";
import type { StoryWords } from "./watermark-words.ts";

const TIMESTAMP: DataType = { kind: "TIMESTAMP" };
const STRING: DataType = { kind: "STRING" };
const AMOUNT: DataType = { kind: "DECIMAL", precision: 10, scale: 2 };

/** Orders per city in windows of 10 s: bound 2 s, lateness 5 s, three partitions. */
export const ordersQuery: QuerySummary = {
  preset: "velostream",
  stream: "orders",
  input: [
    { name: "ordered_at", type: TIMESTAMP },
    { name: "arrived_at", type: TIMESTAMP },
    { name: "city", type: STRING },
    { name: "amount", type: AMOUNT },
  ],
  output: [],
  roles: [],
  keys: ["city"],
  partitions: 3,
  strategy: "hash",
  strategyReason: "",
  splitsGroups: false,
  windowed: true,
  window: { kind: "tumbling", size: 10_000, offset: 0 },
  closesByNext: false,
  windowSize: 10_000,
  emission: "changes",
  rowsAtClose: true,
  having: false,
  watermarkStrategy: "bounded",
  punctuation: null,
  bound: 2000,
  allowedLateness: 5000,
  closeDelay: 0,
  expireDelay: 5000,
  endOfInputFires: true,
  lateUnit: "record",
  lateAction: "process_with_warning",
  watermarkScope: "partition",
  minAdvance: 100,
  idleTimeout: 10_000,
  records: 49,
  basePace: 1000,
  sharesGroups: false,
  eventTime: "ordered_at",
  arrival: "arrived_at",
};

/** The words of a query that differs from `ordersQuery` in these facts. */
export function wordsOf(changes: Partial<QuerySummary> = {}): StoryWords {
  return { query: { ...ordersQuery, ...changes }, clock: clockFor(800, 58_000), noun: "order" };
}

/** Values of one order. @param amount in hundredths. */
export function order(event: number, arrival: number, city: string | null, amount = 3820n): readonly Value[] {
  return [event, arrival, city, amount];
}

/** #25: what expired the window of #28. */
export const move25: WatermarkMove = {
  seq: 25,
  timer: false,
  arrival: 29_800,
  eventTime: 28_400,
  watermark: 26_400,
  values: order(28_400, 29_800, "kyoto"),
};

/** #22: what closed the window of #28. */
export const move22: WatermarkMove = {
  seq: 22,
  timer: false,
  arrival: 25_200,
  eventTime: 23_900,
  watermark: 21_900,
  values: order(23_900, 25_200, "kyoto"),
};

/** The window [00:10, 00:20). */
export function windowStory(changes: Partial<WindowStory>): WindowStory {
  return {
    start: 10_000,
    end: 20_000,
    outcome: "counted",
    withdrew: false,
    closed: null,
    expired: null,
    ...changes,
  };
}

/** #28, an order from Sofia that was dropped, or one that differs from it in these facts. */
export function recordStory(changes: Partial<RecordStory> = {}): RecordStory {
  return {
    seq: 28,
    verdict: "dropped",
    dropped: "expired",
    eventTime: 17_500,
    arrival: 32_300,
    partition: 1,
    values: order(17_500, 32_300, "sofia", 7150n),
    watermarkBefore: 26_400,
    watermarkAfter: 26_400,
    judged: 26_400,
    mover: move25,
    lateness: 8900,
    windows: [windowStory({ outcome: "expired", closed: move22, expired: move25 })],
    session: null,
    keptWith: {
      lateness: { ms: 6400, over: true, delay: 0 },
      bound: { ms: 3400, over: true, delay: null },
    },
    rowsCaused: 0,
    ...changes,
  };
}
