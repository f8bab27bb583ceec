import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, DATE, STRING, TIMESTAMP, type Value } from "../../data/data-type.ts";
import { findFunction } from "../function-registry.ts";
import { column, literal, runFunction } from "../../testing/run-function.ts";

const time = Date.UTC(2024, 1, 29, 15, 4, 5, 67);

const written = (name: string, pattern: string, at: number = time): Value =>
  runFunction(name, column(TIMESTAMP, at), literal(STRING, pattern)).values[0]!;

const read = (name: string, text: string, pattern: string): Value => {
  const value = runFunction(name, column(STRING, text), literal(STRING, pattern)).values[0]!;
  return typeof value === "number" ? new Date(value).toISOString() : value;
};

test.each([
  ["%Y-%m-%dT%H:%M:%S%.3fZ", "2024-02-29T15:04:05.067Z"],
  ["%F %T", "2024-02-29 15:04:05"],
  ["%-d.%-m.%y %I:%M %p", "29.2.24 03:04 PM"],
  ["%a %A %b %B %j", "Thu Thursday Feb February 060"],
  ["%G-W%V-%u, %w, %U %W", "2024-W09-4, 4, 08 09"],
  ["%e|%k|%_H|%P", "29|15|15|pm"],
  ["%s %3f %f %z %:z %Z 100%%", "1709219045 067 067000000 +0000 +00:00 UTC 100%"],
])("strftime %s", (pattern, text) => {
  expect(written("date_format", pattern)).toBe(text);
});

test.each([
  ["YYYY-MM-DD HH24:MI:SS.MS", "2024-02-29 15:04:05.067"],
  ["yyyy/mm/dd hh24:mi:ss.us", "2024/02/29 15:04:05.067000"],
  ["Dy DD Mon YY, HH12:MI AM, hh pm", "Thu 29 Feb 24, 03:04 PM, 03 pm"],
  ['DDD Q IYYY"-W"IW-ID', "060 1 2024-W09-4"],
])("PostgreSQL's %s", (pattern, text) => {
  expect(written("to_char", pattern)).toBe(text);
});

test("ksqlDB's third argument is UTC, the only zone there is", () => {
  const zoned = (zone: string) =>
    runFunction("format_timestamp", column(TIMESTAMP, time), literal(STRING, "HH:mm"), literal(STRING, zone));
  expect(zoned("UTC").values).toEqual(["15:04"]);
  const problem = findFunction("timestamptostring")!.literalProblem!;
  expect(problem([undefined, "HH:mm", "UTC"])).toBeNull();
  expect(problem([undefined, "HH:mm", "Europe/Berlin"])).toMatchObject({ argument: 2, instead: "UTC" });
  expect(problem([undefined, "HH:mm", undefined])).toMatchObject({ argument: 2 });
});

test.each([
  ["yyyy-MM-dd HH:mm:ss.SSS", "2024-02-29 15:04:05.067"],
  ["yyyy-MM-dd'T'HH:mm:ssXXX", "2024-02-29T15:04:05Z"],
  ["d.M.yy h:mm a", "29.2.24 3:04 PM"],
  ["EEE EEEE MMM MMMM DDD", "Thu Thursday Feb February 060"],
  ["'o''clock' H", "o'clock 15"],
  ["yyyyMMddHHmmssSSSSSS", "20240229150405067000"],
])("Java's pattern %s", (pattern, text) => {
  expect(written("format_timestamp", pattern)).toBe(text);
});

test("midnight and noon are 12 AM and 12 PM; before 1970 the fraction counts up all the same", () => {
  expect(written("date_format", "%I %p", Date.UTC(2024, 0, 1))).toBe("12 AM");
  expect(written("date_format", "%I %p", Date.UTC(2024, 0, 1, 12))).toBe("12 PM");
  expect(written("date_format", "%S%.3f", -1)).toBe("59.999");
});

test.each([
  ["29.02.2024 15:04", "%d.%m.%Y %H:%M", "2024-02-29T15:04:00.000Z"],
  ["2024060", "%Y%j", "2024-02-29T00:00:00.000Z"],
  ["Feb 29, 2024 3:04 PM", "%b %d, %Y %I:%M %p", "2024-02-29T15:04:00.000Z"],
  ["2024-02-29T15:04:05.067+02:00", "%Y-%m-%dT%H:%M:%S%.f%z", null],
  ["2024-02-29T15:04:05.067+02:00", "%Y-%m-%dT%H:%M:%S%.3f%z", "2024-02-29T13:04:05.067Z"],
  ["1709219045", "%s", "2024-02-29T15:04:05.000Z"],
  ["70-01-01", "%y-%m-%d", "1970-01-01T00:00:00.000Z"],
  ["30.02.2024", "%d.%m.%Y", null],
  ["29.02.2023", "%d.%m.%Y", null],
  ["2023366", "%Y%j", null],
  ["24:00", "%H:%M", null],
  ["12:30 and more", "%H:%M", null],
  ["", "%H", null],
])("the text %s read by %s", (text, pattern, expected) => {
  expect(read("strptime", text, pattern)).toBe(expected);
});

test.each([
  ["2024-02-29 15:04:05", "yyyy-MM-dd HH:mm:ss", "2024-02-29T15:04:05.000Z"],
  ["29/2/24", "d/M/yy", "2024-02-29T00:00:00.000Z"],
  ["2024-02-29T15:04:05Z", "yyyy-MM-dd'T'HH:mm:ssX", "2024-02-29T15:04:05.000Z"],
  ["2024-02-29", "yyyy/MM/dd", null],
])("the text %s read by Java's %s", (text, pattern, expected) => {
  expect(read("to_timestamp", text, pattern)).toBe(expected);
});

test("what does not fit is NULL and counted with the text and the pattern", () => {
  const { values, warnings } = runFunction(
    "to_timestamp",
    column(STRING, "2024", "x", null, "x"),
    literal(STRING, "yyyy"),
  );
  expect(values).toEqual([Date.UTC(2024), null, null, null]);
  expect(warnings.get("BAD_ARGUMENT")).toMatchObject({ count: 2, example: "TO_TIMESTAMP('x', 'yyyy')" });
});

test("patterns of a column are read row by row, and one that is none is NULL and counted", () => {
  const times = column(TIMESTAMP, time, time, time);
  const { values, warnings } = runFunction("date_format", times, column(STRING, "%Y", "%", null));
  expect(values).toEqual(["2024", null, null]);
  expect(warnings.get("BAD_ARGUMENT")?.count).toBe(1);
  const texts = column(STRING, "2024", "2024");
  expect(runFunction("strptime", texts, column(STRING, "%Y", "%V")).values).toEqual([Date.UTC(2024), null]);
});

test("TO_DATE is a DATE, TO_TIMESTAMP of one text is a CAST, STRINGTOTIMESTAMP is milliseconds", () => {
  const day = runFunction("to_date", column(STRING, "29/02/2024 15"), literal(STRING, "dd/MM/yyyy HH"));
  expect(day).toMatchObject({ type: DATE, values: [Date.UTC(2024, 1, 29)] });
  expect(runFunction("to_timestamp", column(STRING, "2024-02-29 15:04:05.067")).values).toEqual([time]);
  expect(
    runFunction("stringtotimestamp", column(STRING, "1970-01-02"), literal(STRING, "yyyy-MM-dd")),
  ).toMatchObject({ type: BIGINT, values: [86_400_000n] });
});

test("TO_TIMESTAMP of a number is refused, since engines read it as seconds and as milliseconds", () => {
  expect(findFunction("to_timestamp")!.resolve([BIGINT])).toHaveProperty("problem");
});

test.each([
  ["date_format", "%Q", "%Q means nothing in a pattern."],
  ["date_format", "50%", "The pattern ends in a %."],
  ["strptime", "%G-%V", "Weeks, quarters and centuries can be written, but no time is read from them."],
  [
    "format_timestamp",
    "%Y",
    "This pattern takes Java's letters, such as 'yyyy-MM-dd HH:mm:ss', not those behind a %.",
  ],
  [
    "format_timestamp",
    "YYYY-MM-dd",
    "Y is the year of a week, which begins on another day in each country; the calendar's year is y.",
  ],
  [
    "to_char",
    "%Y",
    "This pattern takes PostgreSQL's letters, such as 'YYYY-MM-DD HH24:MI:SS', not those behind a %.",
  ],
  ["to_char", "DD Month", "Month means nothing here; put plain text between double quotes."],
  ["to_char", "MON", "MON means nothing here; put plain text between double quotes."],
  ["to_char", 'YYYY"T', "A quote in the pattern is not closed."],
  ["format_timestamp", "yyyy-MM-dd'T", "A quote in the pattern is not closed."],
  ["format_timestamp", "yyyy at HH", "t means nothing here; put plain text between single quotes."],
])("%s with the pattern %s is refused before any row is read", (name, pattern, sentence) => {
  expect(findFunction(name)!.literalProblem!([undefined, pattern])).toEqual({ argument: 1, sentence });
});

test("a pattern of Java's letters in the place of one of strftime is told in its letters", () => {
  const { literalProblem } = findFunction("date_format")!;
  const instead = (pattern: string): string | undefined => literalProblem!([undefined, pattern])?.instead;
  expect(instead("yyyy-MM-dd'T'HH:mm:ss.SSS")).toBe("%Y-%m-%dT%H:%M:%S.%3f");
  expect(instead("d MMM yy, h a")).toBe("%-d %b %y, %-I %p");
  expect(instead("EEEE 'week' D X")).toBe("%A week %-j Z");
  expect(instead("words")).toBeUndefined();
  expect(literalProblem!([undefined, "--:--"])).toBeNull();
});

test("a pattern that says all of a time gives back what it wrote", () => {
  const anyTime = fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 11) });
  const patterns = [
    "%Y-%m-%d %H:%M:%S%.3f",
    "%d %B %Y %I.%M.%S %p %3f",
    "%j/%Y %T.%9f%z",
    "%A, %-d %b %Y %k:%M:%S.%3f",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.array(anyTime, { minLength: 1, maxLength: 5 }),
      (pattern, times) => {
        const text = runFunction("strftime", column(TIMESTAMP, ...times), literal(STRING, pattern)).values;
        expect(runFunction("strptime", column(STRING, ...text), literal(STRING, pattern)).values).toEqual(
          times,
        );
      },
    ),
  );
});

test("ISO text is that of Date", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(0, 0), max: Date.UTC(9999, 11) }), (at) => {
      expect(written("date_format", "%Y-%m-%dT%H:%M:%S%.3fZ", at)).toBe(new Date(at).toISOString());
    }),
  );
});
