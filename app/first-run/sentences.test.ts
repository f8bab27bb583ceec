import { expect, test } from "vitest";
import { clockFor } from "../words/clock.ts";
import { plainText } from "../words/sentence.ts";
import { firstSeqs } from "./layers-at.ts";
import { lateOrdersMirror, lateOrdersRules } from "./late-orders-mirror.ts";
import { expirySentence, missOf, stageSentences, startSentence } from "./sentences.ts";

const mirror = lateOrdersMirror();
const facts = { mirror, query: lateOrdersRules, clock: clockFor(800, 15_800), noun: "order" };
const seqs = firstSeqs(mirror, 1, 0);

test("the sentences of Late orders, word for word", () => {
  const sentences = [...stageSentences(seqs, facts)].map(([stage, sentence]) => [stage, plainText(sentence)]);
  expect(sentences).toEqual([
    ["dot", "A dot is an order: across, when it was placed; up, when it arrived."],
    ["window", "A window counts the orders placed in the same 5 s."],
    ["watermark", "Watermark: no older order is expected any more."],
    ["closes", "The watermark passed 00:05: the window closes and its rows go out."],
    ["late", "Late, yet counted: a closed window waits 5 s and its row is corrected."],
    ["dropped", "This order was dropped: it came 0.9 s too late."],
  ]);
  expect(plainText(startSentence(facts))).toBe(
    "Each ring is an order on its way: press Play and watch which ones are counted.",
  );
  expect(plainText(expirySentence())).toBe("Its window had expired, so it is counted nowhere.");
});

test("the words that have a definition are marked", () => {
  const terms = [...stageSentences(seqs, facts).values(), expirySentence()].flatMap((sentence) =>
    sentence.flatMap((part) => (typeof part === "string" ? [] : [part.term])),
  );
  expect(terms).toEqual(["window", "watermark", "closes", "late", "dropped", "expired"]);
});

test("how much too late: from the end of its window to the watermark less the lateness, and who expired it", () => {
  // The watermark stood at 12.9 - 2 = 10.9 s, moved there by #12; the window [0, 5) was kept until 5 + 5 = 10 s.
  expect(missOf(13, facts)).toEqual({ from: 5_000, to: 5_900, culprit: 12 });
});

test("a stage that the run never comes to has no sentence", () => {
  expect([...stageSentences({ ...seqs, dropped: null }, facts).keys()]).not.toContain("dropped");
});
