import { describe, expect, test } from "vitest";
import { handMadeMirror } from "./hand-made-mirror.ts";
import type { HandMadeRecord } from "./hand-made-trace.ts";
import { WindowIndex } from "./windows-at.ts";

const rules = { size: 10_000, bound: 2_000, lateness: 5_000, ends: true };
/** #3 closes [0, 10), #4 and #5 correct it, #6 expires it, #7 is dropped. */
const records: readonly HandMadeRecord[] = [
  [1_000, 1_500, 1, 0],
  [4_000, 4_200, 1, 1],
  [2_000, 5_000, 1, 0],
  [12_500, 13_000, 1, 0],
  [9_000, 14_000, 1, 2],
  [8_000, 14_500, 1, 1],
  [17_500, 18_000, 1, 0],
  [3_000, 19_000, 1, 0],
];
const mirror = handMadeMirror(records, rules);
const index = new WindowIndex();
index.update(mirror, mirror.known);

function first(read: number, ended = false): ReturnType<WindowIndex["windowsAt"]>[number] | undefined {
  return index.windowsAt(1, 0, 10_000, { read, ended })[0];
}

describe("a window at a position", () => {
  test("is not there before its first counted record", () => {
    expect(first(0)).toBeUndefined();
    expect(first(1)).toMatchObject({ state: "open", counted: 1, opened: 0 });
  });

  test("is closed from the record on that moved the watermark to its end", () => {
    expect(first(3)).toMatchObject({ state: "open", counted: 3, closed: null });
    expect(first(4)).toMatchObject({ state: "closed", counted: 3, closed: 3, expired: null });
  });

  test("counts a record that came after its closing as a correction", () => {
    expect(first(5)!.corrections).toEqual([4]);
    expect(first(6)).toMatchObject({ counted: 5, corrections: [4, 5] });
  });

  test("is expired when the watermark has passed its end and the lateness; what comes then is not counted", () => {
    expect(first(6)!.state).toBe("closed");
    expect(first(7)).toMatchObject({ state: "expired", expired: 6 });
    expect(first(8)!.counted).toBe(5);
  });

  test("sent out one row for each group that it held when it closed, corrections left out", () => {
    expect(first(3)!.groupsAtClose).toBe(0);
    expect(first(8)!.groupsAtClose).toBe(2);
  });

  test("says the same going back as going on", () => {
    const there = Array.from({ length: 9 }, (_, read) => first(read));
    const back = Array.from({ length: 9 }, (_, read) => first(8 - read)).toReversed();
    expect(back).toEqual(there);
  });

  test("closed by the end of input is open until then", () => {
    const last = (ended: boolean): unknown =>
      index.windowsAt(1, 10_000, 20_000, { read: 8, ended })[0]!.state;
    expect(last(false)).toBe("open");
    expect(last(true)).toBe("expired");
  });
});

test("only windows of the partition that touch the span are found", () => {
  expect(index.windowsAt(0, 0, 50_000, { read: 8, ended: false })).toEqual([]);
  expect(index.windowsAt(1, 10_000, 50_000, { read: 8, ended: false }).map(({ start }) => start)).toEqual([
    10_000,
  ]);
  expect(index.windowsAt(1, 9_999, 50_000, { read: 8, ended: false }).map(({ start }) => start)).toEqual([
    0, 10_000,
  ]);
});

test("the index grows as the run is looked at, and says the same as one made at once", () => {
  const later = new WindowIndex();
  for (const read of [0, 1, 3, 4, 2, 6, 8, 5]) {
    later.update(mirror, read);
    expect(later.windowsAt(1, 0, 20_000, { read, ended: false })).toEqual(
      index.windowsAt(1, 0, 20_000, { read, ended: false }),
    );
  }
});

test("a mirror that began anew is read anew", () => {
  const used = new WindowIndex();
  used.update(mirror, mirror.known);
  const other = handMadeMirror([[1_000, 1_000, 1]], rules);
  other.epoch = mirror.epoch + 1;
  used.update(other, 1);
  expect(used.windowsAt(1, 0, 50_000, { read: 1, ended: false })).toHaveLength(1);
});
