import { describe, expect, test } from "vitest";
import type { LateRecord, Ledger, QuerySummary, RunState } from "../../engine/client/types.ts";
import { clockFor } from "./clock.ts";
import { partitionLetter } from "./partition-letter.ts";
import { lateReason, lateSentence, ledgerLine, nextRowSentence, phaseText, plainText } from "./sentences.ts";
import { windowState, windowStateAt } from "./window-state.ts";

const clock = clockFor(800, 15_800);
const query: QuerySummary = {
  preset: "velostream",
  stream: "orders",
  input: [],
  output: [],
  roles: [],
  keys: ["city"],
  partitions: 3,
  strategy: "hash",
  windowed: true,
  windowSize: 5000,
  emission: "final",
  rowsAtClose: true,
  bound: 2000,
  allowedLateness: 5000,
  closeDelay: 0,
  expireDelay: 5000,
  endOfInputFires: true,
  lateUnit: "record",
  lateAction: "process_with_warning",
  watermarkScope: "partition",
  minAdvance: 100,
  records: 17,
  basePace: 1000,
  eventTime: "ordered_at",
};
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
const late: LateRecord = {
  seq: 13,
  lateness: 9700,
  dropped: {
    seq: 13,
    reason: "expired",
    partition: 1,
    eventTime: 3200,
    arrival: 13_800,
    watermark: 12_900,
    mover: 12,
    lateness: 9700,
    windowStart: 0,
    windowEnd: 5000,
  },
  partition: 1,
  eventTime: 3200,
  arrival: 13_800,
  watermark: 12_900,
  mover: 12,
  values: [],
  windowStart: 0,
  windowEnd: 5000,
};
const state: RunState = {
  phase: "paused",
  run: 1,
  position: 0,
  length: 17,
  arrival: null,
  firstArrival: 800,
  lastArrival: 15_800,
  watermark: null,
  ledger,
  rowsOut: 0,
  tableRows: 0,
  panes: { early: 0, onTime: 0, late: 0 },
  firstRowKept: 0,
  partitions: [],
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

describe("why a record is late", () => {
  test("a dropped one names its lag, the watermark, the mover, the window and its expiry", () => {
    expect(plainText(lateSentence(late, query, clock))).toBe(
      "Event 00:03.2 was 9.7 s behind the watermark 00:12.9 of B, which #12 had moved; its window [00:00, 00:05) expired at 00:10, the end plus 5 s of lateness. It is counted nowhere.",
    );
  });

  test("one that was counted all the same says whether a row was corrected", () => {
    const closed = { ...late, dropped: null, watermark: 7000 };
    expect(plainText(lateSentence(closed, query, clock))).toContain("was closed but kept");
    expect(lateReason(closed, query, clock)).toBe("window closed, row corrected");
    const open = { ...closed, watermark: 4000 };
    expect(plainText(lateSentence(open, query, clock))).toContain("was still open");
  });

  test("one that was dropped before windows does not claim that a window expired", () => {
    const before = { ...late, dropped: { ...late.dropped!, reason: "late" as const } };
    expect(plainText(lateSentence(before, query, clock))).toContain(
      "dropped before it reached its window [00:00, 00:05).",
    );
  });

  test("a watermark that no record moved has no mover to name", () => {
    expect(plainText(lateSentence({ ...late, mover: -1 }, query, clock))).not.toContain("#");
  });
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
