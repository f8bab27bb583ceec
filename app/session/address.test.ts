import { expect, test } from "vitest";
import { readAddress } from "./address.ts";

test("the address names workers, a sample and a theme", () => {
  expect(readAddress("?workers=2&sample=late-flights&theme=dark")).toEqual({
    workers: 2,
    sample: "late-flights",
    theme: "dark",
  });
});

test("what the address says wrongly is left out, never obeyed", () => {
  for (const search of ["", "?workers=0", "?workers=-1", "?workers=1.5", "?workers=many", "?workers=9999"])
    expect(readAddress(search).workers, search).toBeNull();
  expect(readAddress("?theme=pink").theme).toBeNull();
});
