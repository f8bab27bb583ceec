import { expect, test } from "vitest";
import { Dictionary } from "./dictionary.ts";

test("a string has one code, whether it was looked for when it came or not", () => {
  const dictionary = new Dictionary(["a", "b"]);
  expect(dictionary.append("c")).toBe(2);
  expect(dictionary.add("c")).toBe(2);
  expect(dictionary.add("d")).toBe(3);
  expect(dictionary.append("e")).toBe(4);
  expect(dictionary.find("e")).toBe(4);
  expect(dictionary.find("f")).toBe(-1);
  expect(dictionary.add("a")).toBe(0);
  expect(dictionary.since(2)).toEqual(["c", "d", "e"]);
});
