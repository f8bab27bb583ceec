import { expect, test } from "vitest";
import { ABSORBED, CLOSED, EXPIRED, GROWN, OPENED, RETRACTED } from "./trace-tables.ts";
import type { WindowRows } from "./trace-order.ts";
import { WindowTrace } from "./window-trace.ts";

/** Of windows of size 10. */
type Event = readonly [seq: number, event: number, start: number, partition?: number];

/** Of a session of group 7; `old` are its bounds before. */
type SessionEvent = readonly [
  seq: number,
  event: number,
  bounds: readonly [number, number],
  old?: readonly [number, number],
  timer?: boolean,
];

function rows(events: readonly Event[]): WindowRows {
  return {
    seq: Float64Array.from(events, ([seq]) => seq),
    event: Uint8Array.from(events, ([, event]) => event),
    partition: Int16Array.from(events, ([, , , partition]) => partition ?? 0),
    start: Float64Array.from(events, ([, , start]) => start),
    end: Float64Array.from(events, ([, , start]) => start + 10),
    key: new Int32Array(events.length).fill(-1),
    oldStart: new Float64Array(events.length).fill(NaN),
    oldEnd: new Float64Array(events.length).fill(NaN),
    timer: new Uint8Array(events.length),
  };
}

function sessions(events: readonly SessionEvent[]): WindowTrace {
  const windows = new WindowTrace();
  windows.append([
    {
      seq: Float64Array.from(events, ([seq]) => seq),
      event: Uint8Array.from(events, ([, event]) => event),
      partition: new Int16Array(events.length),
      start: Float64Array.from(events, ([, , [start]]) => start),
      end: Float64Array.from(events, ([, , [, end]]) => end),
      key: new Int32Array(events.length).fill(7),
      oldStart: Float64Array.from(events, ([, , , old]) => old?.[0] ?? NaN),
      oldEnd: Float64Array.from(events, ([, , , old]) => old?.[1] ?? NaN),
      timer: Uint8Array.from(events, ([, , , , timer]) => (timer ? 1 : 0)),
    },
  ]);
  return windows;
}

function trace(...parts: (readonly Event[])[]): WindowTrace {
  const windows = new WindowTrace();
  windows.append(parts.map(rows));
  return windows;
}

function events(windows: WindowTrace): Event[] {
  const { seq, event, start, partition } = windows.rows(0, windows.end);
  return Array.from(seq, (at, i): Event => [at, event[i]!, start[i]!, partition[i]!]);
}

const twoWindows: Event[] = [
  [0, OPENED, 0],
  [2, OPENED, 10],
  [4, CLOSED, 0],
  [6, CLOSED, 10],
  [6, EXPIRED, 0],
];

test("each window has one history; what has not happened yet is null", () => {
  expect(trace(twoWindows).histories).toEqual([
    { partition: 0, start: 0, end: 10, opened: 0, closed: 4, expired: 6 },
    { partition: 0, start: 10, end: 20, opened: 2, closed: 6, expired: null },
  ]);
});

test("a retraction changes no state of its window, and is found by its record, for as long as that is kept", () => {
  const windows = trace([...twoWindows.slice(0, 3), [5, RETRACTED, 0], [5, RETRACTED, 10]]);
  expect(windows.histories).toMatchObject([
    { start: 0, closed: 4, expired: null },
    { start: 10, closed: null, expired: null },
  ]);
  expect(windows.retractedBy(4)).toEqual([]);
  expect(windows.retractedBy(5)).toEqual([
    { start: 0, end: 10 },
    { start: 10, end: 20 },
  ]);
  windows.forget(6);
  expect(windows.retractedBy(5)).toEqual([]);
});

test("a session has a history for each of its bounds, linked by what took its place; grown, it is open again", () => {
  const { histories } = sessions([
    [0, OPENED, [0, 10]],
    [3, CLOSED, [0, 10]],
    [5, GROWN, [0, 14], [0, 10]],
    [8, CLOSED, [0, 14]],
    [9, EXPIRED, [0, 14]],
  ]);
  const session = { key: 7, began: 0, replaced: null, next: null };
  const grown = { partition: 0, start: 0, end: 14, opened: 5, closed: 8, expired: 9, session };
  expect(histories).toEqual([
    {
      partition: 0,
      start: 0,
      end: 10,
      opened: 0,
      closed: 3,
      expired: null,
      session: { ...session, replaced: 5, next: grown },
    },
    grown,
  ]);
});

test("of two sessions that merge both are replaced by one, which began with the first record of either", () => {
  const windows = sessions([
    [0, OPENED, [20, 30]],
    [1, OPENED, [0, 10]],
    [2, GROWN, [0, 30], [0, 10]],
    [2, ABSORBED, [0, 30], [20, 30]],
    [2, CLOSED, [0, 30]],
  ]);
  const merged = windows.histories[2]!;
  expect(merged).toMatchObject({ start: 0, end: 30, opened: 2, closed: 2, session: { began: 0 } });
  for (const before of windows.histories.slice(0, 2))
    expect(before.session).toMatchObject({ replaced: 2, next: merged });
  windows.forget(3);
  expect(windows.histories).toEqual([merged]);
});

test("what a timer does to a session stands before what its record does", () => {
  const timed: SessionEvent = [4, CLOSED, [0, 10], [0, 10], true];
  const grown: SessionEvent = [4, GROWN, [0, 12], [0, 10]];
  const windows = sessions([[0, OPENED, [0, 10]], timed, grown]);
  expect(windows.histories.map(({ end, closed }) => [end, closed])).toEqual([
    [10, 4],
    [12, null],
  ]);
});

test("windows of one time in two partitions are two", () => {
  const windows = trace(
    [
      [0, OPENED, 0, 0],
      [5, CLOSED, 0, 0],
    ],
    [[1, OPENED, 0, 1]],
  );
  expect(windows.histories.map(({ partition, closed }) => [partition, closed])).toEqual([
    [0, 5],
    [1, null],
  ]);
});

test("within one seq: openings, closings, expirations; each by window, then by partition; in any order of hosts", () => {
  const opened = trace([0, 1, 2].flatMap((partition): Event[] => [[0, OPENED, 0, partition]]));
  const even: Event[] = [
    [5, CLOSED, 0, 0],
    [5, CLOSED, 0, 2],
    [5, EXPIRED, 0, 0],
  ];
  const odd: Event[] = [
    [5, OPENED, 10, 1],
    [5, CLOSED, 0, 1],
  ];
  const wanted = [odd[0], even[0], odd[1], even[1], even[2]];
  opened.append([even, odd].map(rows));
  expect(events(opened).slice(3)).toEqual(wanted);
  const turned = trace([0, 1, 2].flatMap((partition): Event[] => [[0, OPENED, 0, partition]]));
  turned.append([odd, even].map(rows));
  expect(events(turned)).toEqual(events(opened));
});

test("closings are the seqs that closed something, each once, the end of input as Infinity", () => {
  const windows = trace([
    [0, OPENED, 0],
    [0, OPENED, 10],
    [1, OPENED, 20],
    [4, CLOSED, 0],
    [4, CLOSED, 10],
  ]);
  windows.append([rows([[Infinity, CLOSED, 20]])]);
  expect([...windows.closings.view()]).toEqual([4, Infinity]);
});

test("forget: events before a seq, and windows that had expired by then, not the closings; rows keep their index", () => {
  const windows = trace(twoWindows);
  windows.forget(6);
  expect(windows.rows(0, windows.end)).toMatchObject({ from: 3, seq: Float64Array.of(6, 6) });
  expect([...windows.closings.view()]).toEqual([4, 6]);
  expect(windows.histories).toHaveLength(2);
  windows.forget(7);
  expect(windows.histories).toEqual([
    { partition: 0, start: 10, end: 20, opened: 2, closed: 6, expired: null },
  ]);
  expect(windows.end).toBe(5);
});

test("a window whose opening is forgotten still closes and expires in its history", () => {
  const windows = trace([[0, OPENED, 0]]);
  windows.forget(3);
  windows.append([
    rows([
      [4, CLOSED, 0],
      [9, EXPIRED, 0],
    ]),
  ]);
  expect(windows.histories).toEqual([{ partition: 0, start: 0, end: 10, opened: 0, closed: 4, expired: 9 }]);
});

test("what is kept is bounded where windows come and go and the past is forgotten", () => {
  const windows = new WindowTrace();
  for (let seq = 0; seq < 5_000; seq++) {
    windows.append([
      rows([
        [seq, OPENED, 10 * seq],
        [seq, CLOSED, 10 * seq],
        [seq, EXPIRED, 10 * seq],
      ]),
    ]);
    windows.forget(seq - 100);
    expect(windows.histories.length).toBeLessThanOrEqual(101);
  }
  expect(windows.rows(0, windows.end).seq.length).toBe(303);
  expect(windows.closings.end).toBe(5_000);
});
