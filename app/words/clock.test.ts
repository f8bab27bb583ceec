import { expect, test } from "vitest";
import { clockFor, duration, setting } from "./clock.ts";

const jan = Date.UTC(2001, 0, 31, 7, 35);

test("a small log is told in minutes and seconds since the start of the stream", () => {
  const clock = clockFor(800, 58_800);
  expect(clock.moment(47_400)).toBe("00:47.4");
  expect(clock.moment(-1600)).toBe("-00:01.6");
  expect(clock.moment(3_725_000)).toBe("1:02:05.0");
  expect(clock.tick(40_000)).toBe("00:40");
});

test("dates stay dates where arrivals start at zero", () => {
  const clock = clockFor(0, 7);
  expect(clock.moment(4)).toBe("00:00.004");
  expect(clock.moment(jan)).toBe("2001-01-31T07:35Z");
  expect(clock.span(jan, jan + 60_000)).toBe("[2001-01-31T07:35Z, 07:36Z)");
  expect(clock.moment(Infinity)).toBe("end of input");
});

test("a time is never rounded: one that is finer than its column shows all its digits", () => {
  expect(clockFor(800, 58_800).moment(12_345)).toBe("00:12.345");
  expect(clockFor(801, 58_800).moment(12_300)).toBe("00:12.300");
  expect(clockFor(jan, jan + 86_400_000).moment(jan + 30_000)).toBe("2001-01-31T07:35:30Z");
});

test("real dates are ISO 8601 in UTC, as short as the log is exact", () => {
  expect(clockFor(jan, jan + 86_400_000).moment(jan)).toBe("2001-01-31T07:35Z");
  expect(clockFor(jan + 1, jan + 86_400_000).moment(jan)).toBe("2001-01-31T07:35:00.000Z");
});

test("a log of one day is told in the time of that day; another day is said", () => {
  const clock = clockFor(jan + 4282, jan + 60_000);
  expect(clock.day).toBe("2001-01-31 UTC");
  expect(clock.moment(jan)).toBe("07:35:00.000");
  expect(clock.moment(jan - 86_400_000)).toBe("2001-01-30T07:35:00.000Z");
  expect(clock.span(jan, jan + 5000)).toBe("[07:35:00, 07:35:05)");
  expect(clock.span(jan, jan + 300_000)).toBe("[07:35, 07:40)");
  expect([jan, jan + 10_000].map(clock.tick)).toEqual(["07:35", "07:35:10"]);
  expect(clockFor(jan, jan + 60_000).moment(jan)).toBe("07:35:00");
});

test("a window is one half-open cell", () => {
  expect(clockFor(0, 1000).span(30_000, 40_000)).toBe("[00:30, 00:40)");
  expect(clockFor(0, 1000).span(30_000, 32_500)).toBe("[00:30.0, 00:32.5)");
  const clock = clockFor(jan, jan + 86_400_000);
  expect(clock.span(jan, jan + 300_000)).toBe("[2001-01-31T07:35Z, 07:40Z)");
  expect(clock.span(Date.UTC(2001, 0, 31), Date.UTC(2001, 1, 1))).toBe("[2001-01-31, 2001-02-01)");
});

test("a watermark that is not set, or past the end, is said in words", () => {
  const clock = clockFor(0, 1000);
  expect(clock.moment(null)).toBe("not set");
  expect(clock.moment(-Infinity)).toBe("not set");
  expect(clock.moment(Infinity)).toBe("end of input");
});

test("a length of time keeps its unit and its digits", () => {
  expect(duration(8900)).toBe("8.9 s");
  expect(duration(125)).toBe("0.125 s");
  expect(duration(125_000)).toBe("2 min 5 s");
  expect(duration(5_700_000)).toBe("1 h 35 min");
  expect(duration(-1600)).toBe("-1.6 s");
  expect(setting(5000)).toBe("5 s");
  expect(setting(2500)).toBe("2.5 s");
  expect(setting(17_450)).toBe("17.45 s");
  expect([setting(1), setting(10_000), setting(100), setting(70_050)]).toEqual([
    "0.001 s",
    "10 s",
    "0.1 s",
    "1 min 10.05 s",
  ]);
});

test("the edge of a window in a sentence is whole, whatever an axis would leave out", () => {
  expect(clockFor(800, 58_000).edge(20_000)).toBe("00:20");
  const year = clockFor(Date.UTC(2001, 0, 1), Date.UTC(2001, 2, 31));
  expect(year.edge(Date.UTC(2001, 1, 1))).toBe("2001-02-01");
  expect(year.edge(Date.UTC(2001, 1, 1, 8))).toBe("2001-02-01T08:00Z");
});
