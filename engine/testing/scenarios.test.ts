import { expect, test } from "vitest";
import { BIGINT, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { Schema } from "../data/schema.ts";
import type { Expression } from "../expression/expression.ts";
import { realEngine, referenceEngine } from "./executors.ts";
import { call, column, countAll, handMadePlan, type HandMadePlan } from "./hand-made-plan.ts";

/**
 * Velostream's scenarios 3A and 3B: 5,000 trades one second apart, 20 groups of trader and symbol, windows of a
 * minute. The numbers of rows are theirs where the scope of emission is theirs.
 */
const trades: Schema = [
  { name: "trade_time", type: TIMESTAMP },
  { name: "trader_id", type: STRING },
  { name: "symbol", type: STRING },
  { name: "price", type: DOUBLE },
  { name: "quantity", type: BIGINT },
];

const records = Array.from({ length: 5000 }, (_, i): Value[] => [
  1_700_000_000 + 1000 * i,
  `TRADER${i % 20}`,
  `SYM${i % 10}`,
  100 + (i % 50) + 10 * Math.sin(i / 100),
  BigInt(100 + (i % 1000)),
]);

const price = column(trades, "price");
const quantity = column(trades, "quantity");
const value: Expression = {
  kind: "call",
  name: "*",
  arguments: [price, { kind: "call", name: "cast", arguments: [quantity], type: DOUBLE }],
  type: DOUBLE,
};

const query: HandMadePlan = {
  input: trades,
  keys: ["trader_id", "symbol"],
  aggregates: [
    countAll,
    call("avg", price, DOUBLE),
    call("sum", quantity, BIGINT),
    call("sum", value, DOUBLE),
  ],
  size: 60_000,
  watermark: { bound: 60_000, minAdvance: 100 },
  late: { allowedLateness: 30_000 },
};

const engines = [
  ["the reference engine", referenceEngine],
  ["the engine", realEngine(1000, 1)],
] as const;

test.each(engines)(
  "scenario 3A, EMIT FINAL: 84 windows and 1,680 rows with the end of input (%s)",
  (_, run) => {
    const { rows } = run(handMadePlan(query), records, { endOfInput: true });
    expect(new Set(rows.map((row) => row.windowStart)).size).toBe(84);
    expect(rows.length).toBe(1680);
  },
);

test.each(engines)("scenario 3B, EMIT CHANGES, changed scope: a row a record, 5,000 (%s)", (_, run) => {
  const plan = handMadePlan({ ...query, emission: { mode: "changes" } });
  expect(run(plan, records, { endOfInput: true }).rows.length).toBe(5000);
});

test.each(engines)("scenario 3B, EMIT CHANGES, window scope: 84,040 rows (%s)", (_, run) => {
  const plan = handMadePlan({ ...query, emission: { mode: "changes", scope: "window" } });
  expect(run(plan, records, { endOfInput: true }).rows.length).toBe(84_040);
});

test.each(engines)("scenario 3B in one window of a day: 99,810 rows (%s)", (_, run) => {
  const plan = handMadePlan({ ...query, size: 86_400_000, emission: { mode: "changes", scope: "window" } });
  expect(run(plan, records, { endOfInput: true }).rows.length).toBe(99_810);
});
