import { expect, test } from "vitest";
import { type Ledger, NO_METRICS, type QuerySummary, type RunState } from "../../engine/client/types.ts";
import { clockFor } from "./clock.ts";
import { ordersQuery } from "./hand-made-story.ts";
import { partitionLetter } from "./partition-letter.ts";
import { plainText } from "./sentence.ts";
import { ledgerLine, nextRowSentence, noLateSentence, phaseText } from "./sentences.ts";
import { windowState, windowStateAt } from "./window-state.ts";

const clock = clockFor(800, 15_800);
const query: QuerySummary = { ...ordersQuery, emission: "final" };
const ledger: Ledger = {
  read: 42,
  malformed: 0,
  skipped: 0,
  filtered: 0,
  inNoWindow: 0,
  late: 0,
  expired: 2,
  counted: 40,
  countedLate: 7,
  corrections: 4,
  windowMisses: 0,
};
const state: RunState = {
  phase: "paused",
  run: 1,
  traced: true,
  position: 0,
  known: 0,
  length: 17,
  arrival: null,
  firstArrival: 800,
  lastArrival: 15_800,
  watermark: null,
  ledger,
  rowsOut: 0,
  tableRows: 0,
  panes: { early: 0, onTime: 0, late: 0 },
  warnings: [],
  firstRowKept: 0,
  partitions: [],
  skew: null,
  metrics: NO_METRICS,
  workers: { count: 2, ready: 2, shared: true },
  rate: 0,
  elapsed: 0,
  failure: null,
};

test("law 7: the ledger is always the whole line", () => {
  expect(plainText(ledgerLine(ledger))).toBe(
    "42 read = 40 counted + 2 dropped (0 late, 2 expired) + 0 filtered + 0 skipped + 0 in no window + 0 malformed",
  );
});

test("an empty Late tab says what late means here", () => {
  expect(plainText(noLateSentence(state, query, "order"))).toBe(
    "No late orders yet. An order is late when its event time is below its partition's watermark, which stays 2 s behind the newest.",
  );
  const punctuated = { ...query, watermarkStrategy: "punctuated", punctuation: "mark" } as const;
  expect(plainText(noLateSentence(state, punctuated, "order"))).toContain(
    "below its partition's watermark, which goes by the column mark.",
  );
  const none = { ...query, watermarkStrategy: "none", watermarkScope: "source" } as const;
  expect(plainText(noLateSentence(state, none, "order"))).toContain(
    "the stream's watermark, and it has none.",
  );
  const windows = { ...query, lateUnit: "window" } as const;
  expect(plainText(noLateSentence({ ...state, position: 3 }, windows, "flight"))).toBe(
    "None of the 3 flights read so far is late. A flight is late when its window has closed before it comes.",
  );
});

test("an empty result says what comes next, and when", () => {
  expect(nextRowSentence(state, query, "order", clock)).toBe(
    "No rows yet. A row comes when a window closes; the first order arrives at 00:00.8.",
  );
  const later = { ...state, position: 8, watermark: { value: 2700, heldBy: 1 } };
  expect(nextRowSentence(later, query, "order", clock)).toContain("the watermark of B is at 00:02.7");
});

test("the phase names itself and its rows", () => {
  expect(phaseText(state)).toBe("paused at the start, 0 rows out");
  expect(phaseText({ ...state, phase: "finished", rowsOut: 1 })).toBe("all read, 1 row out");
});

test("partitions are letters, also beyond Z", () => {
  expect([0, 25, 26, 52, -1].map(partitionLetter)).toEqual(["A", "Z", "AA", "BA", ""]);
});

test("a window closes and expires where its preset's rules say", () => {
  const velostream = { closeDelay: 0, expireDelay: 5, endOfInputFires: true };
  const flink = { closeDelay: -1, expireDelay: -1, endOfInputFires: true };
  const ksqldb = { closeDelay: 5, expireDelay: 5, endOfInputFires: false };
  expect(windowState(10, null, velostream)).toBe("open");
  expect(windowState(10, 9, velostream)).toBe("open");
  expect(windowState(10, 10, velostream)).toBe("closed");
  expect(windowState(10, 15, velostream)).toBe("expired");
  expect(windowState(10, 9, flink)).toBe("expired");
  expect(windowState(10, 14, ksqldb)).toBe("open");
  expect(windowState(10, 15, ksqldb)).toBe("expired");
});

test("the end of input closes what was open, where windows fire then", () => {
  const at = { watermark: 5, ended: true };
  expect(windowStateAt(10, { ...at, rules: { closeDelay: 0, expireDelay: 5, endOfInputFires: true } })).toBe(
    "closed",
  );
  expect(windowStateAt(10, { ...at, rules: { closeDelay: 5, expireDelay: 5, endOfInputFires: false } })).toBe(
    "open",
  );
  expect(
    windowStateAt(10, {
      watermark: 15,
      ended: true,
      rules: { closeDelay: -1, expireDelay: -1, endOfInputFires: true },
    }),
  ).toBe("expired");
});
