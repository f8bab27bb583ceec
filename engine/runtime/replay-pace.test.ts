import { expect, test } from "vitest";
import { ReplayPace } from "./replay-pace.ts";

test("arrival time passes at base pace times speed", () => {
  const pace = new ReplayPace(60_000, 2, 500, 1_000);
  expect(pace.arrivalAt(1_000)).toBe(500);
  expect(pace.arrivalAt(2_500)).toBe(500 + 1.5 * 120_000);
});

test("a change of speed goes on from where play has come", () => {
  const pace = new ReplayPace(1_000, 1, 0, 0);
  pace.setSpeed(4, 1_000);
  expect(pace.arrivalAt(2_000)).toBe(5_000);
});

test("full speed has no clock; leaving it starts at the position reached", () => {
  const pace = new ReplayPace(1_000, Infinity, 0, 0);
  expect(pace.arrivalAt(10)).toBe(Infinity);
  pace.setSpeed(1, 1_000);
  pace.restartAt(7_000, 1_000);
  expect(pace.arrivalAt(2_000)).toBe(8_000);
});
