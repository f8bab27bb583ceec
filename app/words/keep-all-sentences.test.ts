import { expect, test } from "vitest";
import type { KeepAll } from "../../engine/client/types.ts";
import { keepAllOffers } from "./keep-all-sentences.ts";
import { plainText } from "./sentence.ts";

const offers = (keepAll: KeepAll): readonly string[] =>
  keepAllOffers(keepAll).map(({ sentence }) => plainText(sentence));

test("a bound delays results, a lateness adds corrections", () => {
  expect(offers({ bound: { ms: 6500, delay: 4900 }, lateness: { ms: 9500, corrections: 2 } })).toEqual([
    "At a bound of 6.5 s: 0 dropped, results 4.9 s later",
    "At a lateness of 9.5 s: 0 dropped, 2 more corrections",
  ]);
});

test("of sessions, which may be open still, corrections at most", () => {
  expect(offers({ bound: null, lateness: { ms: 9500, corrections: 2, atMost: true } })).toEqual([
    "At a lateness of 9.5 s: 0 dropped, at most 2 more corrections",
  ]);
});

test("one correction, and no price at all", () => {
  expect(offers({ bound: { ms: 6000, delay: 0 }, lateness: { ms: 9500, corrections: 1 } })).toEqual([
    "At a bound of 6 s: 0 dropped, results no later",
    "At a lateness of 9.5 s: 0 dropped, 1 more correction",
  ]);
  expect(offers({ bound: null, lateness: { ms: 1, corrections: 0 } })).toEqual([
    "At a lateness of 0.001 s: 0 dropped, no more corrections",
  ]);
});
