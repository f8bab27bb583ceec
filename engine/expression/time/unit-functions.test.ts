import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, DATE, STRING, TIMESTAMP, type Value } from "../../data/data-type.ts";
import { column, literal, runFunction } from "../../testing/run-function.ts";

const at = (text: string): number => Date.parse(`${text}Z`);
const unit = (name: string): ReturnType<typeof literal> => literal(STRING, name);

function truncated(name: string, time: string, from = "date_trunc"): string {
  const { values } = runFunction(from, unit(name), column(TIMESTAMP, at(time)));
  return new Date(values[0] as number).toISOString();
}

test("DATE_TRUNC goes down to the beginning of the unit, before 1970 too", () => {
  expect(truncated("month", "2024-02-29T12:34:56")).toBe("2024-02-01T00:00:00.000Z");
  expect(truncated("quarter", "2024-06-30T23:59:59")).toBe("2024-04-01T00:00:00.000Z");
  expect(truncated("year", "1969-12-31T23:59:59.999")).toBe("1969-01-01T00:00:00.000Z");
  expect(truncated("hour", "1969-12-31T23:59:59.999")).toBe("1969-12-31T23:00:00.000Z");
  expect(truncated("week", "2024-03-03T12:00:00")).toBe("2024-02-26T00:00:00.000Z");
  expect(truncated("week", "1970-01-01T00:00:00")).toBe("1969-12-29T00:00:00.000Z");
});

test("CEIL to a unit goes up, and stays at its beginning", () => {
  expect(truncated("month", "2024-01-31T00:00:00.001", "ceil to")).toBe("2024-02-01T00:00:00.000Z");
  expect(truncated("month", "2024-02-01T00:00:00", "ceil to")).toBe("2024-02-01T00:00:00.000Z");
  expect(truncated("week", "2024-02-27T00:00:00", "ceil to")).toBe("2024-03-04T00:00:00.000Z");
});

function moved(name: string, count: bigint, time: string): Value {
  return runFunction("dateadd", unit(name), literal(BIGINT, count), column(TIMESTAMP, at(time))).values[0]!;
}

test("DATEADD keeps the day of the month, or takes the last that there is", () => {
  expect(moved("month", 1n, "2024-01-31T08:00:00")).toBe(at("2024-02-29T08:00:00"));
  expect(moved("month", -1n, "2023-03-31T08:00:00")).toBe(at("2023-02-28T08:00:00"));
  expect(moved("year", 1n, "2024-02-29T00:00:00")).toBe(at("2025-02-28T00:00:00"));
  expect(moved("quarter", 4n, "2024-02-29T00:00:00")).toBe(at("2025-02-28T00:00:00"));
  expect(moved("week", -1n, "1970-01-03T00:00:00")).toBe(at("1969-12-27T00:00:00"));
});

test("DATEADD beyond the calendar is NULL and counted, with an example", () => {
  const { values, warnings } = runFunction(
    "dateadd",
    unit("YEAR"),
    column(BIGINT, 1n, 10n ** 6n, -(2n ** 62n)),
    literal(TIMESTAMP, 0),
  );
  expect(values).toEqual([at("1971-01-01T00:00:00"), null, null]);
  expect(warnings.get("TIME_OUT_OF_RANGE")).toMatchObject({
    count: 2,
    example: "DATEADD('YEAR', 1000000, 1970-01-01 00:00:00.000)",
  });
});

test("DATESUB of a DATE is a DATE", () => {
  const { type, values } = runFunction(
    "datesub",
    unit("day"),
    literal(BIGINT, 1n),
    column(DATE, at("2024-03-01")),
  );
  expect(type).toEqual(DATE);
  expect(values).toEqual([at("2024-02-29")]);
});

function difference(name: string, of: string, from: string, to: string): Value {
  return runFunction(name, unit(of), column(TIMESTAMP, at(from)), literal(TIMESTAMP, at(to))).values[0]!;
}

test.each([
  ["days", "2024-01-31T23:59", "2024-02-01T00:01", 1n, 0n],
  ["weeks", "2024-03-03T12:00", "2024-03-04T12:00", 1n, 0n],
  ["months", "2024-01-31T12:00", "2024-02-29T12:00", 1n, 0n],
  ["months", "2024-01-15T12:00", "2024-02-15T11:59", 1n, 0n],
  ["months", "2024-01-15T12:00", "2024-02-15T12:00", 1n, 1n],
  ["quarters", "2024-03-31T00:00", "2024-04-01T00:00", 1n, 0n],
  ["years", "2023-12-31T00:00", "2024-01-01T00:00", 1n, 0n],
  ["years", "2024-01-01T00:00", "2023-12-31T00:00", -1n, 0n],
  ["hours", "2024-01-01T00:59", "2024-01-01T01:01", 0n, 0n],
  ["hours", "2024-01-01T03:00", "2024-01-01T00:30", -2n, -2n],
  ["seconds", "1969-12-31T23:59", "1970-01-01T00:01", 120n, 120n],
])(
  "%s from %s to %s: DATEDIFF counts what begins (%i), TIMESTAMPDIFF what passes (%i)",
  (of, from, to, begun, passed) => {
    expect(difference("datediff", of, from, to)).toBe(begun);
    expect(difference("timestampdiff", of, from, to)).toBe(passed);
  },
);

test("moved by what TIMESTAMPDIFF says, a time comes to the other one or stops one unit short", () => {
  const time = fc.integer({ min: at("1900-01-01"), max: at("2100-01-01") });
  const names = fc.constantFrom("SECOND", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");
  fc.assert(
    fc.property(names, time, time, (name, a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const times = [literal(TIMESTAMP, from), column(TIMESTAMP, to)] as const;
      const count = runFunction("timestampdiff", unit(name), ...times).values[0] as bigint;
      const move = (by: bigint): number =>
        runFunction("dateadd", unit(name), literal(BIGINT, by), column(TIMESTAMP, from)).values[0] as number;
      expect(move(count)).toBeLessThanOrEqual(to);
      // The last of a short month stands for later days, so that a month may end early by them.
      const short = ["MONTH", "QUARTER", "YEAR"].includes(name) ? 3 * 86_400_000 : 0;
      expect(move(count + 1n) + short).toBeGreaterThan(to);
    }),
  );
});
