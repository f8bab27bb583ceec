import { expect, test } from "vitest";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { summarize } from "./query-summary.ts";

const windowed = (options: string): string =>
  `SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(10s) WITH (${options})`;
const punctuated = "'watermark.strategy' = 'punctuated'";
const field = "'watermark.punctuation.field' = 'paid_at'";

test("a punctuated watermark goes by a column, and is judge-first under every preset", () => {
  for (const preset of ["velostream", "flink", "risingwave"] as const)
    expect(planOf(windowed(`${punctuated}, ${field}`), { preset })).toMatchObject({
      time: { eventTime: 0, punctuation: 6 },
      watermark: { strategy: "punctuated" },
      rules: { clock: "judge-first" },
    });
  const { time, rules } = planOf(windowed("'watermark.strategy' = 'ascending'"));
  expect([time.punctuation, rules.clock]).toEqual([undefined, "observe-first"]);
});

test("the page learns which column it is", () => {
  expect(summarize(planOf(windowed(`${punctuated}, ${field}`)))).toMatchObject({
    watermarkStrategy: "punctuated",
    punctuation: "paid_at",
  });
  expect(summarize(planOf(windowed("'watermark.strategy' = 'ascending'")))).toMatchObject({
    watermarkStrategy: "ascending",
    punctuation: null,
  });
});

test("the column has to be there, and to be a time", () => {
  expect(problemsOf(windowed(punctuated))).toEqual([`MISSING_OPTION "${punctuated}"`]);
  expect(problemsOf(windowed(`${punctuated}, 'watermark.punctuation.field' = 'paid'`))).toEqual([
    "UNKNOWN_COLUMN \"'watermark.punctuation.field' = 'paid'\"",
  ]);
  expect(problemsOf(windowed(`${punctuated}, 'watermark.punctuation.field' = 'm'`))).toEqual([
    "TYPE_MISMATCH \"'watermark.punctuation.field' = 'm'\"",
  ]);
});

test("it means nothing for other watermarks, and has no bound beside it", () => {
  expect(problemsOf(windowed(field))).toEqual([`CONTRADICTING_OPTIONS "${field}"`]);
  const bound = "'watermark.max_out_of_orderness' = '1s'";
  expect(problemsOf(windowed(`${punctuated}, ${field}, ${bound}`))).toEqual([
    `CONTRADICTING_OPTIONS "${bound}"`,
  ]);
});

test("ksqlDB's stream time has none, with notes", () =>
  expect(problemsOf(windowed(`${punctuated}, ${field}`), { preset: "ksqldb" })).toEqual([
    `OPTION_WITHOUT_EFFECT "${punctuated}"`,
    `OPTION_WITHOUT_EFFECT "${field}"`,
  ]));

test("whether a number in it is seconds, as the event time's are, is not said", () =>
  expect(
    problemsOf(
      windowed(
        `${punctuated}, 'watermark.punctuation.field' = 'shard', 'event.time.field' = 'v', 'event.time.format' = 'epoch_seconds'`,
      ),
    ),
  ).toEqual(["UNSUPPORTED_PUNCTUATION_UNIT \"'watermark.punctuation.field' = 'shard'\""]));

test("a stream may declare it, and what the query says of a bound goes before it", () => {
  const options = { "watermark.strategy": "punctuated", "watermark.punctuation.field": "paid_at" };
  const declared = { ...orders, options };
  const query = "SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(10s)";
  expect(planOf(query, {}, declared)).toMatchObject({ time: { punctuation: 6 } });
  const { time, watermark } = planOf(windowed("'watermark.max_out_of_orderness' = '1s'"), {}, declared);
  expect([time.punctuation, watermark.strategy]).toEqual([undefined, "bounded"]);
});
