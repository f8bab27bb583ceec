import { expect, test } from "vitest";
import { Fnv1a64 } from "./fnv1a-64.ts";

/** velostream.md, 1.2: published hashes of that engine's demo keys. */
const published: readonly (readonly [string, string, number, number, number])[] = [
  ["", "cbf29ce484222325", 1, 1, 5],
  ["a", "af63dc4c8601ec8c", 0, 0, 4],
  ["AAPL", "89106b8b9f086ccb", 1, 3, 3],
  ["GOOGL", "b795c028a985dfa7", 1, 3, 7],
  ["MSFT", "e4bf0daf276efd73", 1, 3, 3],
  ["AMZN", "22e6818b65ac2cbf", 1, 3, 7],
  ["META", "80be2aaf7fd058b8", 0, 0, 0],
  ["NULL", "6fb485c5b5dd1b24", 0, 0, 4],
  ["TRADER0SYM0", "56347c9b9055b676", 0, 2, 6],
  ["TRADER1SYM1", "15a62bd62dc34bc2", 0, 2, 2],
];

const hashOf = (text: string): Fnv1a64 => {
  const hash = new Fnv1a64();
  hash.update(new TextEncoder().encode(text));
  return hash;
};

test.each(published)("FNV-1a-64 of %j is %s, mod 2, 4 and 8 as published", (text, hex, two, four, eight) => {
  const hash = hashOf(text);
  expect(hash.toString()).toBe(hex);
  expect([hash.modulo(2), hash.modulo(4), hash.modulo(8)]).toEqual([two, four, eight]);
});

test("hash, final mix and modulo equal their definitions in 64-bit integers", () => {
  const mask = (1n << 64n) - 1n;
  for (let i = 0; i < 500; i++) {
    const text = `key ${i * 7919}\u001f${i % 13} é 漢 😀`.slice(0, 4 + (i % 20));
    let h = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) h = ((h ^ BigInt(byte)) * 0x100000001b3n) & mask;
    const hash = hashOf(text);
    expect(hash.toString()).toBe(h.toString(16).padStart(16, "0"));
    h ^= h >> 33n;
    h = (h * 0xff51afd7ed558ccdn) & mask;
    h ^= h >> 33n;
    h = (h * 0xc4ceb9fe1a85ec53n) & mask;
    h ^= h >> 33n;
    hash.mix();
    expect(hash.toString()).toBe(h.toString(16).padStart(16, "0"));
    for (const divisor of [1, 3, 7, 12, 64, 1000])
      expect(hash.modulo(divisor)).toBe(Number(h % BigInt(divisor)));
  }
});
