import { describe, expect, test } from "vitest";
import { DATE } from "../data/data-type.ts";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";

const windowed = (column: string, options = ""): string =>
  `SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(${column}10s)${options === "" ? "" : ` WITH (${options})`}`;
const untimed = { ...orders, eventTime: null, arrival: null, split: null };

describe("the event time", () => {
  test("is the window's own column, else that of the option, else the stream's", () => {
    expect(planOf(windowed("paid_at, ")).time.eventTime).toBe(6);
    expect(planOf(windowed("", "'event.time.field' = 'paid_at'")).time.eventTime).toBe(6);
    expect(planOf(windowed("")).time.eventTime).toBe(0);
    expect(planOf("SELECT k FROM orders WITH ('event.time.field' = 'PAID_AT')").time.eventTime).toBe(6);
  });

  test("else it is the arrival time, which is warned of where there is a window", () => {
    expect(planOf(windowed(""), {}, untimed).time).toEqual({
      eventTime: null,
      arrival: null,
      split: null,
      splits: 3,
    });
    expect(problemsOf(windowed(""), {}, untimed)).toEqual(['ARRIVAL_TIME_WINDOW "WINDOW TUMBLING(10s)"']);
    expect(problemsOf("SELECT k FROM orders", {}, untimed)).toEqual([]);
  });

  test("may be a DATE, which is its midnight", () => {
    const dated = { ...orders, schema: [...orders.schema, { name: "day", type: DATE }] };
    const create = "CREATE STREAM orders (k STRING, day DATE, WATERMARK FOR day AS day);";
    expect(planOf(windowed("day, "), {}, dated).time.eventTime).toBe(8);
    expect(planOf(windowed("", "'event.time.field' = 'day'"), {}, dated).time.eventTime).toBe(8);
    expect(planOf(`${create} ${windowed("")}`, {}, dated).time.eventTime).toBe(8);
  });

  test("may be a BIGINT of milliseconds, and nothing else beside them", () => {
    expect(planOf(windowed("v, ")).time.eventTime).toBe(2);
    expect(problemsOf(windowed("k, "))).toEqual(['TYPE_MISMATCH "k"']);
    expect(problemsOf(windowed("", "'event.time.field' = 'd'"))).toEqual([
      "TYPE_MISMATCH \"'event.time.field' = 'd'\"",
    ]);
  });

  test("must exist", () => {
    expect(problemsOf(windowed("tss, "))).toEqual(['UNKNOWN_COLUMN "tss"']);
    expect(problemsOf(windowed("", "'event.time.field' = 'tss'"))).toEqual([
      "UNKNOWN_COLUMN \"'event.time.field' = 'tss'\"",
    ]);
  });

  test("is one: the window and the option name the same column", () => {
    expect(problemsOf(windowed("ts, ", "'event.time.field' = 'ts'"))).toEqual([]);
    expect(problemsOf(windowed("ts, ", "'event.time.field' = 'paid_at'"))).toEqual([
      "CONTRADICTING_OPTIONS \"'event.time.field' = 'paid_at'\"",
    ]);
  });

  test("is the stream's own in Flink", () => {
    expect(problemsOf(windowed("paid_at, "), { preset: "flink" })).toEqual([
      'NOT_A_TIME_ATTRIBUTE "paid_at"',
    ]);
    expect(problemsOf(windowed("paid_at, "), { preset: "flink" }, untimed)).toEqual([]);
  });
});

describe("'event.time.format'", () => {
  const formatted = (column: string, format: string): string =>
    `SELECT k FROM orders WITH ('event.time.field' = '${column}', 'event.time.format' = '${format}')`;

  test("of numbers is milliseconds or seconds", () => {
    expect(planOf(formatted("v", "epoch_millis")).time.eventTimeUnit).toBeUndefined();
    for (const format of ["epoch_seconds", "EPOCH"])
      expect(planOf(formatted("v", format)).time).toMatchObject({ eventTime: 2, eventTimeUnit: 1_000 });
    expect(problemsOf(formatted("v", "iso8601"))).toEqual([
      "BAD_OPTION_VALUE \"'event.time.format' = 'iso8601'\"",
    ]);
  });

  test("of a TIMESTAMP was told when the stream was read", () => {
    expect(problemsOf(formatted("ts", "epoch_millis"))).toEqual([]);
    for (const format of ["iso8601", "%d.%m.%Y", "yyyy-MM-dd", "epoch_seconds"])
      expect(problemsOf(formatted("ts", format))).toEqual([
        `OPTION_WITHOUT_EFFECT "'event.time.format' = '${format}'"`,
      ]);
  });

  test("that is none is an error", () => {
    expect(problemsOf(formatted("ts", "epoch_secnds"))).toEqual([
      "BAD_OPTION_VALUE \"'event.time.format' = 'epoch_secnds'\"",
    ]);
  });
});
