import { expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT } from "../data/data-type.ts";
import { planOf } from "./compile-text.ts";
import { realEngine, referenceEngine } from "./executors.ts";

const stream: StreamDefinition = {
  name: "payments",
  schema: [{ name: "paid", type: BIGINT }],
  eventTime: null,
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

test("event times in seconds fall into the windows of their milliseconds", () => {
  const plan = planOf(
    "SELECT _WINDOW_START AS ws, COUNT(*) AS n FROM payments WINDOW TUMBLING(paid, 10s) WITH ('event.time.format' = 'epoch_seconds')",
    {},
    stream,
  );
  const records = [5n, 9n, 10n, 31n].map((paid) => [paid]);
  for (const execute of [realEngine(2, 1), referenceEngine]) {
    const { rows } = execute(plan, records, { endOfInput: true });
    expect(rows.map(({ values }) => values)).toEqual([
      [0, 2n],
      [10_000, 1n],
      [30_000, 1n],
    ]);
  }
});
