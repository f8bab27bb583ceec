import { expect, test } from "vitest";
import { parseJsonPath } from "./json-path.ts";

const key = (name: string): unknown => ({ key: name, index: null });
const index = (at: number): unknown => ({ key: null, index: at });

test.each([
  ["$", []],
  ["$.a.b", [key("a"), key("b")]],
  ["$.a[0].b", [key("a"), index(0), key("b")]],
  ["$['a b'][\"c.d\"]", [key("a b"), key("c.d")]],
  ['$."a.b".c', [key("a.b"), key("c")]],
  ["$['it\\'s']", [key("it's")]],
  ["lax $.a", [key("a")]],
  ["strict $.a", [key("a")]],
  ["a.b", [key("a"), key("b")]],
  ["a[2]", [key("a"), index(2)]],
  ["[1]", [index(1)]],
  ["a.0.b", [key("a"), { key: "0", index: 0 }, key("b")]],
  ["$.@type.größe", [key("@type"), key("größe")]],
])("the path %s is read", (path, steps) => {
  expect(parseJsonPath(path)).toEqual(steps);
});

test.each([
  ["", "The path is empty"],
  ["$.", "not understood at '.'"],
  ["$a", "not understood at 'a'"],
  ["a..b", "The path goes to one value"],
  ["$..b", "The path goes to one value"],
  ["$[*]", "The path goes to one value"],
  ["$.a.*", "The path goes to one value"],
  ["$[?(@.a > 1)]", "The path goes to one value"],
  ["$.a[", "not understood at '['"],
  ["$['a]", "not understood"],
  ["a]", "not understood at ']'"],
  ["$.a[-1]", "not understood at '[-1]'"],
  ["a".repeat(20_000), "too long"],
  ["$" + ".a".repeat(101), "not understood"],
])("the path %s is refused in a sentence", (path, sentence) => {
  expect(parseJsonPath(path)).toContain(sentence);
});
