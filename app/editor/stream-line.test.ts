import { expect, test } from "vitest";
import { plainText } from "../words/sentence.ts";
import { streamLine } from "./stream-line.ts";

const orders = {
  stream: "orders",
  eventTime: "ordered_at",
  watermarkStrategy: "bounded",
  punctuation: null,
  bound: 2_000,
  allowedLateness: 5_000,
  partitions: 3,
} as const;

test("a stream's declaration is one line of names and settings", () => {
  expect(plainText(streamLine(orders))).toBe(
    "orders: event time ordered_at, 2 s bound, 5 s lateness, 3 partitions",
  );
});

test("what a stream does not declare is left out, and what is off is 0", () => {
  expect(
    plainText(streamLine({ ...orders, eventTime: null, bound: 0, allowedLateness: 0, partitions: 1 })),
  ).toBe("orders: 0 s bound, 0 s lateness, 1 partition");
});

test("what moves the watermark is said as it is", () => {
  const punctuated = { ...orders, watermarkStrategy: "punctuated", punctuation: "mark" } as const;
  expect(plainText(streamLine(punctuated))).toContain(", watermark mark, ");
  expect(plainText(streamLine({ ...orders, watermarkStrategy: "none" }))).toContain(", no watermark, ");
});
