import { expect, test } from "vitest";
import { CLOSED, OPENED, RETRACTED, type TraceTail } from "../../engine/client/types.ts";
import { MIRROR_CAPACITY, TraceMirror } from "./trace-mirror.ts";

const CHUNK = 50_000;

/** Records `from … from + count - 1`, one step of clock 0 each. */
function tail(from: number, count: number, { run = 1, steps = from } = {}): TraceTail {
  const seqs = Float64Array.from({ length: count }, (_, i) => from + i);
  return {
    run,
    known: from + count,
    records: {
      from,
      eventTime: seqs,
      arrival: seqs,
      partition: new Int16Array(count),
      fate: new Uint8Array(count).fill(1),
      key: new Int32Array(count),
    },
    steps: {
      from: steps,
      seq: seqs,
      clock: new Int16Array(count),
      value: seqs,
      timer: new Uint8Array(count),
    },
    windows: {
      from: 0,
      seq: new Float64Array(0),
      event: new Uint8Array(0),
      partition: new Int16Array(0),
      start: new Float64Array(0),
      end: new Float64Array(0),
      key: new Int32Array(0),
      oldStart: new Float64Array(0),
      oldEnd: new Float64Array(0),
      timer: new Uint8Array(0),
    },
  };
}

test("what is asked for next follows what is held", () => {
  const mirror = new TraceMirror();
  expect(mirror.take(tail(0, 3))).toBe(true);
  expect(mirror.mark).toEqual({ records: 3, steps: 3, windows: 0, groups: 0 });
  expect(mirror.take(tail(3, 2))).toBe(true);
  expect([...mirror.arrival.subarray(0, 5)]).toEqual([0, 1, 2, 3, 4]);
  expect(mirror.take(tail(5, 0))).toBe(false);
});

test("another run begins anew, and an answer to a mark of the run before brings nothing in", () => {
  const mirror = new TraceMirror();
  mirror.take(tail(0, 3));
  const asked = mirror.mark;
  expect(mirror.take(tail(3, 2, { run: 2 }), asked)).toBe(true);
  expect(mirror.known).toBe(0);
  mirror.take(tail(0, 4, { run: 2 }));
  expect(mirror.known).toBe(4);
});

test("an answer that was asked for before it restarted is left out", () => {
  const mirror = new TraceMirror();
  mirror.take(tail(0, 10));
  const asked = mirror.mark;
  mirror.restartAt(4);
  expect(mirror.take(tail(10, 5), asked)).toBe(false);
  expect(mirror.mark).toEqual({ records: 4, steps: 0, windows: 0, groups: 0 });
});

test("where the engine no longer keeps what comes next, it goes on where the trace begins", () => {
  const mirror = new TraceMirror();
  mirror.take(tail(0, 3));
  const { epoch, mark } = mirror;
  mirror.take(tail(100, 3), mark);
  expect([mirror.first, mirror.known]).toEqual([100, 103]);
  expect(mirror.arrival[0]).toBe(100);
  expect(mirror.epoch).toBeGreaterThan(epoch);
});

test("it never holds more than its capacity, and the clock still stands where it stood at the first record held", () => {
  const mirror = new TraceMirror();
  for (let from = 0; from < 6 * CHUNK; from += CHUNK) {
    expect(mirror.lacks(1_000_000, from)).toBe(true);
    mirror.take(tail(from, CHUNK));
    expect(mirror.known - mirror.first).toBeLessThanOrEqual(MIRROR_CAPACITY);
  }
  expect(mirror.arrival[0]).toBe(mirror.first);
  const clock = mirror.clocks.get(0)!;
  expect(clock.seqs[0]).toBe(mirror.first - 1);
  expect(clock.seqs[clock.length - 1]).toBe(mirror.known - 1);
});

test("a log that fits is wanted whole from the start; of a longer one no more than lies about the position", () => {
  const mirror = new TraceMirror();
  for (let from = 0; from < MIRROR_CAPACITY; from += CHUNK) {
    expect(mirror.lacks(MIRROR_CAPACITY, 0)).toBe(true);
    mirror.take(tail(from, CHUNK));
  }
  expect(mirror.lacks(MIRROR_CAPACITY, 0)).toBe(false);
  expect(mirror.lacks(1_000_000, 0)).toBe(false);
  expect(mirror.lacks(1_000_000, MIRROR_CAPACITY)).toBe(true);
});

test("a window is closed by the event that says so, and a retraction changes no state of it", () => {
  const mirror = new TraceMirror();
  mirror.take({
    ...tail(0, 3),
    windows: {
      from: 0,
      seq: Float64Array.of(0, 1, 2, 2),
      event: Uint8Array.of(OPENED, RETRACTED, CLOSED, RETRACTED),
      partition: new Int16Array(4),
      start: new Float64Array(4),
      end: new Float64Array(4).fill(2),
      key: new Int32Array(4).fill(-1),
      oldStart: new Float64Array(4).fill(NaN),
      oldEnd: new Float64Array(4).fill(NaN),
      timer: new Uint8Array(4),
    },
  });
  expect(mirror.windows).toEqual([
    { partition: 0, start: 0, end: 2, opened: 0, closed: 2, expired: null, retracted: [1, 2] },
  ]);
});
