import { expect, test } from "vitest";
import { optionIn, withOption } from "./with-option.ts";

const plain = "SELECT k FROM t\nEMIT FINAL;";
const one = "SELECT k FROM t\nEMIT FINAL\nWITH (\n  'semantics' = 'flink'\n);";
const two = "SELECT k FROM t WITH ('a' = '1', 'b' = '2')";

test("an option comes as the last one, in the way that the others stand; without WITH as a clause of its own", () => {
  expect(withOption(plain, "semantics", "flink")).toBe(one);
  expect(withOption(two, "c", "it's")).toBe("SELECT k FROM t WITH ('a' = '1', 'b' = '2', 'c' = 'it''s')");
  expect(withOption(one, "late.data.strategy", "drop")).toBe(
    "SELECT k FROM t\nEMIT FINAL\nWITH (\n  'semantics' = 'flink',\n  'late.data.strategy' = 'drop'\n);",
  );
});

test("an option that is there gets another value where it stands", () => {
  expect(withOption(two, "a", "9")).toBe("SELECT k FROM t WITH ('a' = '9', 'b' = '2')");
  expect(optionIn(two, "b")).toBe("2");
  expect(optionIn(plain, "b")).toBeNull();
});

test("an option that goes takes its comma with it, and the last one its WITH", () => {
  expect(withOption(two, "a", null)).toBe("SELECT k FROM t WITH ('b' = '2')");
  expect(withOption(two, "b", null)).toBe("SELECT k FROM t WITH ('a' = '1')");
  expect(withOption(one, "semantics", null)).toBe(plain);
  expect(withOption(plain, "semantics", null)).toBe(plain);
});

test("a text that cannot be changed safely is left alone", () => {
  expect(withOption("SELECT 'open", "a", "1")).toBeNull();
  expect(withOption("SELECT 1; SELECT 2", "a", "1")).toBeNull();
  expect(withOption("SELECT k FROM t WITH ('a' = '1', 'A' = '2')", "a", "3")).toBeNull();
  expect(withOption("SELECT k FROM t WITH (1, 2)", "a", "3")).toBeNull();
});
