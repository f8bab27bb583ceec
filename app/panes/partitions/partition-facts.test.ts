import { expect, test } from "vitest";
import type { PartitionStatus } from "../../../engine/client/types.ts";
import { clockFor } from "../../words/clock.ts";
import { arrivalRate, watermarkNote } from "./partition-facts.ts";

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
  worker: 1,
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
