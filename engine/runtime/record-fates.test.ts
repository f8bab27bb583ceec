import { expect, test } from "vitest";
import { planOf } from "../testing/compile-text.ts";
import { realEngine } from "../testing/executors.ts";

const stream = {
  name: "t",
  schema: [{ name: "ts", type: { kind: "TIMESTAMP" } }],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 1_000,
} as const;

/** Windows [-20, -16), [-10, -6), [0, 4), [10, 14) … s, under a watermark 1 s behind the newest time. */
function fates(times: readonly number[]): { readonly late: readonly number[]; readonly inNoWindow: number } {
  const plan = planOf(
    "SELECT COUNT(*) AS n FROM t GROUP BY HOP(ts, INTERVAL '10' SECOND, INTERVAL '4' SECOND)",
    { preset: "flink" },
    stream,
  );
  const { dropped, ledger } = realEngine(8, 1)(
    plan,
    times.map((time) => [time]),
    { endOfInput: true },
  );
  return { late: dropped.map(({ seq }) => seq), inNoWindow: ledger.inNoWindow };
}

test("where windows are judged, a record between two of them is late when the one before it has gone", () => {
  // The first has no watermark before it; 3.5 s has closed nothing; 3.999 s ends the window before.
  expect(fates([4_500, 5_000])).toEqual({ late: [], inNoWindow: 2 });
  expect(fates([4_998, 5_000])).toEqual({ late: [], inNoWindow: 2 });
  expect(fates([4_999, 5_000, 9_000])).toEqual({ late: [1, 2], inNoWindow: 1 });
  expect(fates([4_999, 11_000, 9_000])).toEqual({ late: [2], inNoWindow: 1 });
});

test("and so before 1970", () => {
  expect(fates([-15_002, -15_001])).toEqual({ late: [], inNoWindow: 2 });
  expect(fates([-15_001, -15_000])).toEqual({ late: [1], inNoWindow: 1 });
});
