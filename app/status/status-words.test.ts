import { expect, test } from "vitest";
import type { PartitionStatus } from "../../engine/client/types.ts";
import { clockFor } from "../words/clock.ts";
import { idleText, rateText } from "./status-words.ts";

const clock = clockFor(0, 60_000);

function partition(id: number, idleSince: number | null, lastArrival: number | null = 100): PartitionStatus {
  return {
    id,
    records: 1,
    late: 0,
    dropped: 0,
    watermark: null,
    lastArrival,
    idle: idleSince !== null,
    idleSince,
    keys: 1,
    someKeys: [],
    workers: [0],
    hot: false,
    mover: null,
  };
}

test("one idle partition says since when", () => {
  expect(idleText([partition(0, null), partition(2, 40_700)], clock)).toEqual({ who: "C", since: "00:40.7" });
});

test("several are named, many counted", () => {
  const idle = [0, 1, 2, 3].map((id) => partition(id, 1_000));
  expect(idleText(idle.slice(0, 3), clock)).toEqual({ who: "A, B, C", since: null });
  expect(idleText(idle, clock)).toEqual({ who: "4 partitions", since: null });
});

test("a partition that never had a record is not called idle", () => {
  expect(idleText([partition(0, 1_000, null)], clock)).toBeNull();
  expect(idleText([partition(0, null)], clock)).toBeNull();
});

test("slow rates keep a decimal, fast ones are grouped", () => {
  expect([0.84, 9.94, 9.96, 12.4, 210_000].map(rateText)).toEqual(["0.8", "9.9", "10", "12", "210,000"]);
});
