import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { md5 } from "./md5.ts";
import { sha256 } from "./sha256.ts";

test.each([
  ["md5", md5],
  ["sha256", sha256],
] as const)("%s of any text is what another implementation gives", (name, digest) => {
  const expected = (text: string): string => createHash(name).update(text, "utf8").digest("hex");
  for (let length = 0; length < 200; length++) {
    const text = "windowpane \u{1F600}"
      .repeat(20)
      .slice(0, length)
      .replace(/[\uD800-\uDBFF]$/, "");
    expect(digest(text)).toBe(expected(text));
  }
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(digest(text)).toBe(expected(text));
    }),
  );
});
