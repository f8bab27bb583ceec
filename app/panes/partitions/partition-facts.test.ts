import { expect, test } from "vitest";
import type { PartitionStatus } from "../../../engine/client/types.ts";
import { clockFor } from "../../words/clock.ts";
import { arrivalRate, moverText, shareText, watermarkLag, watermarkNote } from "./partition-facts.ts";

const clock = clockFor(0, 60_000);
const partition: PartitionStatus = {
  id: 1,
  records: 19,
  late: 3,
  dropped: 1,
  watermark: 42_800,
  lastArrival: 46_300,
  idle: false,
  idleSince: null,
  keys: 2,
  someKeys: ["kyoto", "sofia"],
  workers: [1],
  hot: false,
  mover: null,
};

test("a rate is said in the smallest unit that still shows it", () => {
  expect(arrivalRate(15, 46_800)).toBe("0.3/s");
  expect(arrivalRate(5, 600_000)).toBe("0.5/min");
  expect(arrivalRate(3, 86_400_000)).toBe("0.1/h");
  expect(arrivalRate(1_000_000, 1000)).toBe("1,000,000/s");
  expect(arrivalRate(0, 1000)).toBe("");
  expect(arrivalRate(1, 0)).toBe("");
});

test("the lowest watermark holds it, others are ahead, an idle one is left out", () => {
  const lowest = { value: 42_800, heldBy: 1 };
  expect(watermarkNote(partition, lowest, clock)).toBe("holds it");
  expect(watermarkNote({ ...partition, id: 0, watermark: 43_900 }, lowest, clock)).toBe("1.1 s ahead");
  expect(
    watermarkNote({ ...partition, id: 2, idle: true, lastArrival: 30_700, idleSince: 40_700 }, lowest, clock),
  ).toBe("left out, idle since 00:40.7");
  expect(watermarkNote({ ...partition, id: 2, records: 0, watermark: null }, lowest, clock)).toBe(
    "no record yet",
  );
});

test("a share is of all records, and a hot partition says so in a word", () => {
  expect(shareText({ records: 19, share: 0.388, hot: false })).toBe("39 %");
  expect(shareText({ records: 71, share: 0.71, hot: true })).toBe("71 % hot");
  expect(shareText({ records: 0, share: 0, hot: false })).toBe("");
});

test("a watermark lags behind the newest arrival by their distance; unset it does not", () => {
  expect(watermarkLag(42_800, 46_300)).toBe("3.5 s");
  expect([watermarkLag(null, 46_300), watermarkLag(42_800, null)]).toEqual(["", ""]);
});

test("a watermark was moved by a record, by a timer due at a record, or by the end of input", () => {
  expect(moverText({ seq: 25, timer: false })).toBe("#25");
  expect(moverText({ seq: 25, timer: true })).toBe("timer at #25");
  expect(moverText({ seq: Infinity, timer: false })).toBe("end of input");
  expect(moverText(null)).toBe("");
});
