import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, DATE, STRING, TIMESTAMP, type Value } from "../../data/data-type.ts";
import { column, literal, runFunction } from "../../testing/run-function.ts";
import { timePartOf } from "./time-part.ts";

function extract(part: string, ...times: readonly (string | null)[]): readonly Value[] {
  const values = times.map((time) => (time === null ? null : Date.parse(`${time}Z`)));
  return runFunction("extract", literal(STRING, part), column(TIMESTAMP, ...values)).values;
}

test("parts of a time before 1970 are those of its calendar day and clock, not negative", () => {
  const times = ["1969-12-31T23:59:58.765", null];
  const parts: Record<string, bigint> = {
    YEAR: 1969n,
    QUARTER: 4n,
    MONTH: 12n,
    WEEK: 1n,
    ISOYEAR: 1970n,
    DAY: 31n,
    DOW: 3n,
    ISODOW: 3n,
    DOY: 365n,
    HOUR: 23n,
    MINUTE: 59n,
    SECOND: 58n,
    MILLISECOND: 765n,
    MICROSECOND: 765_000n,
    NANOSECOND: 765_000_000n,
    EPOCH: -2n,
    DECADE: 196n,
    CENTURY: 20n,
    MILLENNIUM: 2n,
  };
  for (const [part, value] of Object.entries(parts))
    expect(extract(part, ...times), part).toEqual([value, null]);
});

test("DOW counts from Sunday as 0, ISODOW from Monday as 1, DAYOFWEEK from Sunday as 1", () => {
  const sunday = "2024-03-03T12:00:00";
  expect(extract("DOW", sunday)).toEqual([0n]);
  expect(extract("ISODOW", sunday)).toEqual([7n]);
  expect(runFunction("dayofweek", column(TIMESTAMP, Date.parse(`${sunday}Z`))).values).toEqual([1n]);
});

test("centuries begin with the year 1 of a hundred, and there is none with the number 0", () => {
  expect(extract("CENTURY", "2000-12-31T00:00", "2001-01-01T00:00", "0001-01-01T00:00")).toEqual([
    20n,
    21n,
    1n,
  ]);
  expect(extract("CENTURY", "0000-12-31T00:00")).toEqual([-1n]);
});

test("parts of random times are those of Date", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -8.64e15, max: 8.64e15 }), { minLength: 1 }), (times) => {
      const dates = times.map((time) => new Date(time));
      const given = column(TIMESTAMP, ...times);
      const check = (name: string, of: (date: Date) => number): void =>
        expect(runFunction(name, given).values).toEqual(dates.map((date) => BigInt(of(date))));
      check("year", (date) => date.getUTCFullYear());
      check("month", (date) => date.getUTCMonth() + 1);
      check("dayofmonth", (date) => date.getUTCDate());
      check("dayofweek", (date) => date.getUTCDay() + 1);
      check("hour", (date) => date.getUTCHours());
      check("minute", (date) => date.getUTCMinutes());
      check("second", (date) => date.getUTCSeconds());
    }),
  );
});

test("a DATE and a BIGINT of milliseconds have parts too", () => {
  expect(runFunction("year", column(DATE, Date.UTC(2024, 1, 29))).values).toEqual([2024n]);
  expect(runFunction("year", column(BIGINT, -1n)).values).toEqual([1969n]);
});

test("parts are found in any case, singular or plural", () => {
  expect(timePartOf("years")).toBe("YEAR");
  expect(timePartOf("Centuries")).toBe("CENTURY");
  expect(timePartOf("dayofyear")).toBe("DOY");
  expect(timePartOf("fortnight")).toBeNull();
  expect(timePartOf("")).toBeNull();
});
