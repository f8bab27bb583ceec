import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

test("a name with one letter wrong, missing, added or swapped is found", () => {
  const names = ["symbol", "price", "quantity"];
  for (const typed of ["simbol", "symbl", "symbool", "sybmol", "SYMBOL"])
    expect(nearestName(typed, names)).toBe("symbol");
});

test("the nearest of several wins, the first of equals", () => {
  expect(nearestName("pric", ["prince", "price"])).toBe("price");
  expect(nearestName("tz", ["ts", "tx"])).toBe("ts");
});

test("a name that shares little with all of them has no nearest", () => {
  expect(nearestName("customer", ["symbol", "price"])).toBeNull();
  expect(nearestName("price", [])).toBeNull();
});

test("a name of one letter has no nearest: any other letter would be as near", () => {
  expect(nearestName("x", ["k", "v"])).toBeNull();
});
