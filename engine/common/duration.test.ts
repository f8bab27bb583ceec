import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { durationOf, formatDuration, parseDuration } from "./duration.ts";

function ms(text: string): number | string {
  const parsed = parseDuration(text);
  return parsed.ok ? parsed.ms : parsed.problem;
}

describe("spellings of durations", () => {
  test.each([
    ["5m", 300_000],
    ["60", 60_000],
    ["500ms", 500],
    ["0ms", 0],
    ["2s", 2_000],
    ["1h", 3_600_000],
    ["1d", 86_400_000],
    ["1w", 604_800_000],
    [" 1.5 H ", 5_400_000],
    ["1 MINUTE", 60_000],
    ["5 SECONDS", 5_000],
    ["10 minutes", 600_000],
    ["1 WEEK", 604_800_000],
    ["250 MILLISECONDS", 250],
    ["INTERVAL '5' MINUTE", 300_000],
    ["INTERVAL '0.5' SECOND", 500],
    ["INTERVAL '-1.22' SECOND", -1_220],
    ["interval '1 hour'", 3_600_000],
    ["1 hour 30 minutes", 5_400_000],
    ["1h30m", 5_400_000],
    ["00:10:00", 600_000],
    ["1 day 02:03:04.5", 93_784_500],
    ["2 days -01:00", 169_200_000],
    ["-01:30:00.5", -5_400_500],
  ])("%s is %d ms", (text, expected) => expect(ms(text)).toBe(expected));

  test.each([
    ["", "malformed"],
    ["m", "malformed"],
    ["5m!", "malformed"],
    ["1e3", "malformed"],
    ["INTERVAL '' SECOND", "malformed"],
    ["5 fortnights", "unknown-unit"],
    ["1 month", "calendar-unit"],
    ["INTERVAL '1' YEAR", "calendar-unit"],
    ["100us", "too-fine"],
    ["1ns", "too-fine"],
    ["0.5ms", "too-fine"],
    ["0.0001 s", "too-fine"],
    ["9007199254740992ms", "too-large"],
    ["99999999999999999999999999999999999999999999999999 s", "too-large"],
    ["9007199254740991ms 1ms", "too-large"],
  ])("%s is refused as %s", (text, problem) => expect(ms(text)).toBe(problem));

  test("zero has no sign", () => expect(durationOf("-0.0", "s")).toEqual({ ok: true, ms: 0 }));

  test("a refusal names the unit", () => {
    const parsed = parseDuration("3 parsecs");
    expect(parsed.ok ? "" : parsed.reason).toBe("`parsecs` is not a unit of time.");
  });
});

describe("durations in messages", () => {
  test.each([
    [0, "0 ms"],
    [250, "250 ms"],
    [-250, "-250 ms"],
    [5_000, "5 s"],
    [1_500, "1.5 s"],
    [60_000, "1 min"],
    [90_000, "1 min 30 s"],
    [3_600_000, "1 h"],
    [86_399_999, "23 h 59 min 59.999 s"],
    [90_061_000, "1 d 1 h 1 min 1 s"],
    [Infinity, "∞"],
  ])("%d ms reads %s", (value, text) => expect(formatDuration(value)).toBe(text));
});

test("what formatDuration writes, parseDuration reads back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), (value) => {
      expect(ms(formatDuration(value))).toBe(value);
    }),
  );
});

test("no text throws, and every duration is a safe integer", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[0-9.]{0,45} ?[a-zA-Z]{0,9}$/)), (text) => {
      const parsed = parseDuration(text);
      expect(parsed.ok ? Number.isSafeInteger(parsed.ms) : parsed.reason.length > 0).toBe(true);
    }),
  );
});
