import { expect, test } from "vitest";
import type { LinkDocument } from "./link-document.ts";
import { lengthSentence, opensSentence } from "./share-words.ts";

const document: LinkDocument = {
  sql: "SELECT 1",
  source: { kind: "sample", id: "late-orders" },
  position: 0,
  selection: null,
  speed: null,
};

test("a link says which instant it opens, and what is selected there", () => {
  expect(opensSentence(document, "order")).toBe("It opens this query paused at the start.");
  expect(opensSentence({ ...document, position: 1 }, "order")).toBe(
    "It opens this query paused after 1 order.",
  );
  expect(
    opensSentence({ ...document, position: 1_400, selection: { kind: "record", seq: 13 } }, "order"),
  ).toBe("It opens this query paused after 1,400 orders, with #13 selected.");
  expect(
    opensSentence(
      {
        ...document,
        position: "end",
        source: { kind: "text", name: "mine", format: "csv", text: "" },
        selection: { kind: "row", row: 3 },
      },
      "record",
    ),
  ).toBe("It opens this query with the records of mine with all records read, with a row selected.");
});

test("a long link says what its length means, a short one says nothing", () => {
  expect(lengthSentence(2_000)).toBeNull();
  expect(lengthSentence(2_001)).toBe("It has 2,001 characters: some chat services cut links above 2,000.");
  expect(lengthSentence(8_001)).toMatch(/the file opens the same/);
});
