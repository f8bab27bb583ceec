import { expect, test } from "vitest";
import { sessionRows } from "./session-rows.ts";

const session = (key: number, start: number, end: number) => ({ key, start, end });

test("few groups have a row each", () => {
  const sessions = [session(4, 0, 10), session(2, 5, 20), session(4, 12, 30)];
  expect(sessionRows(sessions, 3, null)).toEqual({ rows: [1, 0, 1], groups: [2, 4] });
});

test("of more groups each session goes where there is room, or nowhere", () => {
  const sessions = [session(1, 0, 10), session(2, 5, 20), session(3, 6, 9), session(4, 10, 12)];
  expect(sessionRows(sessions, 2, null)).toEqual({ rows: [0, 1, -1, 0], groups: [] });
});

test("the chosen group has the first row to itself", () => {
  const sessions = [session(1, 0, 10), session(2, 5, 20), session(3, 6, 9)];
  expect(sessionRows(sessions, 2, 3).rows).toEqual([1, -1, 0]);
});
