import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeLink, encodeLink, isLink, LONGEST_HASH } from "./link-codec.ts";
import { LONGEST_DATA, LONGEST_SQL, type LinkDocument } from "./link-document.ts";

const document: LinkDocument = {
  sql: "SELECT city, COUNT(*) AS orders\nFROM orders\nGROUP BY city\nWINDOW TUMBLING(ordered_at, 5s)\nEMIT FINAL;",
  source: { kind: "sample", id: "late-orders" },
  position: 14,
  selection: { kind: "record", seq: 13 },
  speed: 4,
};

const plain = (json: unknown): string => `#v1.j.${Buffer.from(JSON.stringify(json)).toString("base64url")}`;
const deflated = (bytes: Uint8Array | string): string =>
  `#v1.d.${deflateRawSync(bytes).toString("base64url")}`;

async function refusal(hash: string): Promise<string> {
  return decodeLink(hash).then(
    (opened) => `opened: ${JSON.stringify(opened).slice(0, 100)}`,
    (error: Error) => error.message,
  );
}

test("a link opens as what was shared", async () => {
  const hash = await encodeLink(document);
  expect(hash).toMatch(/^#v1\.d\.[\w-]+$/);
  expect(isLink(hash)).toBe(true);
  expect(await decodeLink(hash)).toEqual(document);
});

test("any query, data, position and selection survive the link", async () => {
  const documents = fc.record({
    sql: fc.string({ unit: "grapheme", maxLength: 300 }),
    source: fc.oneof(
      fc.constant({ kind: "sample" as const, id: "late-orders" }),
      fc.record({
        kind: fc.constant("text" as const),
        name: fc.stringMatching(/^[a-z_][a-z0-9_]{0,20}$/),
        format: fc.constantFrom("csv" as const, "jsonl" as const),
        text: fc.string({ maxLength: 400 }),
      }),
    ),
    position: fc.oneof(fc.nat(), fc.constant("end" as const)),
    selection: fc.oneof(
      fc.constant(null),
      fc.record({ kind: fc.constant("record" as const), seq: fc.nat() }),
      fc.record({ kind: fc.constant("row" as const), row: fc.nat() }),
      fc.constant({ kind: "window" as const, partition: 2, start: -5_000, end: 0 }),
    ),
    speed: fc.constantFrom(null, 0.25, 16, "max" as const),
  });
  await fc.assert(
    fc.asyncProperty(documents, async (given) => {
      expect(await decodeLink(await encodeLink(given))).toEqual(given);
    }),
    { numRuns: 200 },
  );
});

test("a program may write a link without compression", async () => {
  const hash = plain({ sql: "SELECT 1", source: { kind: "sample", id: "late-orders" } });
  expect(await decodeLink(hash)).toEqual({
    sql: "SELECT 1",
    source: { kind: "sample", id: "late-orders" },
    position: 0,
    selection: null,
    speed: null,
  });
});

test("an unedited sample makes a short link", async () => {
  expect((await encodeLink(document)).length).toBeLessThan(400);
});

describe("a hostile or broken link is refused with a sentence", () => {
  const sample = { kind: "sample", id: "late-orders" };
  const data = { kind: "text", name: "t", format: "csv", text: "a\n1" };
  const cases: readonly (readonly [name: string, hash: () => string, says: RegExp])[] = [
    ["a bomb: 200 MB of zeros", () => deflated(new Uint8Array(200_000_000)), /more than 5,000,000 bytes/],
    [
      "a bomb of valid JSON",
      () => deflated(JSON.stringify({ sql: " ".repeat(6_000_000) })),
      /more than 5,000,000 bytes/,
    ],
    ["10 MB of hash", () => `#v1.j.${"A".repeat(10_000_000)}`, /longer than 1,000,000 characters/],
    ["one character over the limit", () => `#v1.j.${"A".repeat(LONGEST_HASH - 5)}`, /longer than 1,000,000/],
    ["a later version", () => "#v2.d.AAAA", /of version 2, and this page reads version 1/],
    ["version 0", () => "#v0.d.AAAA", /of version 0/],
    ["version 1e9", () => "#v1000000000000.d.AAAA", /of version 100000000,/],
    ["an unknown codec", () => "#v1.z.AAAA", /“z”/],
    ["no payload", () => "#v1.d", /damaged/],
    ["an empty payload", () => "#v1.d.", /damaged/],
    ["markup in the payload", () => "#v1.d.<img src=x onerror=alert(1)>", /damaged/],
    ["base64 with a wrong length", () => "#v1.j.A", /no base64url/],
    [
      "bytes that were never deflated",
      () => `#v1.d.${Buffer.from("not deflated at all").toString("base64url")}`,
      /cannot be unpacked/,
    ],
    [
      "a deflated payload cut in two",
      () => deflated(JSON.stringify({ sql: "SELECT 1", source: sample })).slice(0, -8),
      /damaged/,
    ],
    ["bytes that are no UTF-8", () => deflated(Uint8Array.of(0xff, 0xfe, 0x00)), /no text/],
    ["text that is no JSON", () => deflated("SELECT 1"), /no JSON/],
    [
      "JSON nested 100,000 deep",
      () => deflated("[".repeat(100_000) + "]".repeat(100_000)),
      /no document|no JSON|cannot be read/,
    ],
    ["an array", () => plain([]), /no document/],
    ["null", () => plain(null), /no document/],
    [
      "a prototype key",
      () =>
        `#v1.j.${Buffer.from('{"__proto__":{"sql":"x"},"sql":"SELECT 1","source":{"kind":"sample","id":"late-orders"}}').toString("base64url")}`,
      /“__proto__”/,
    ],
    [
      "a constructor key",
      () => plain({ sql: "SELECT 1", source: { ...sample, constructor: 1 } }),
      /“constructor” of the stream/,
    ],
    [
      "a prototype that stands in for the document",
      () => plain({ __proto__: null, toString: 1 }),
      /“toString”/,
    ],
    [
      "a field of another page",
      () => plain({ sql: "SELECT 1", source: sample, onload: "alert(1)" }),
      /“onload”/,
    ],
    ["no query", () => plain({ source: sample }), /no query/],
    ["a query that is an object", () => plain({ sql: { toString: 1 }, source: sample }), /no query/],
    [
      "a query beyond the limit",
      () => plain({ sql: "x".repeat(LONGEST_SQL + 1), source: sample }),
      /query is longer/,
    ],
    ["no stream", () => plain({ sql: "SELECT 1" }), /names no stream/],
    [
      "a stream from an address",
      () => plain({ sql: "SELECT 1", source: { kind: "url", url: "https://evil.example" } }),
      /does not know/,
    ],
    [
      "markup as a sample's name",
      () => plain({ sql: "SELECT 1", source: { kind: "sample", id: "<b>" } }),
      /names no sample/,
    ],
    [
      "a path as a sample's name",
      () => plain({ sql: "SELECT 1", source: { kind: "sample", id: "../../x" } }),
      /names no sample/,
    ],
    [
      "markup as a stream's name",
      () => plain({ sql: "SELECT 1", source: { ...data, name: "<script>" } }),
      /no name that SQL could read/,
    ],
    [
      "a format of its own",
      () => plain({ sql: "SELECT 1", source: { ...data, format: "html" } }),
      /neither CSV nor JSON lines/,
    ],
    [
      "records that are no text",
      () => plain({ sql: "SELECT 1", source: { ...data, text: [1] } }),
      /no records/,
    ],
    [
      "records beyond the limit",
      () =>
        deflated(
          JSON.stringify({ sql: "SELECT 1", source: { ...data, text: "1".repeat(LONGEST_DATA + 1) } }),
        ),
      /records are longer/,
    ],
    ["a position below zero", () => plain({ sql: "SELECT 1", source: sample, position: -1 }), /position/],
    [
      "a position that is no number",
      () => plain({ sql: "SELECT 1", source: sample, position: "1; drop" }),
      /position/,
    ],
    [
      "a position beyond all numbers",
      () =>
        `#v1.j.${Buffer.from('{"sql":"SELECT 1","source":{"kind":"sample","id":"x"},"position":1e999}').toString("base64url")}`,
      /position/,
    ],
    [
      "a selection of no kind",
      () => plain({ sql: "SELECT 1", source: sample, selection: { kind: "html" } }),
      /selection/,
    ],
    [
      "a window from its end to its start",
      () =>
        plain({
          sql: "SELECT 1",
          source: sample,
          selection: { kind: "window", partition: 0, start: 5, end: 5 },
        }),
      /ends before it starts/,
    ],
    ["a speed of nothing", () => plain({ sql: "SELECT 1", source: sample, speed: 0 }), /speed/],
  ];
  test.each(cases)("%s", async (_, hash, says) => {
    const message = await refusal(hash());
    expect(message).toMatch(/^This link was not opened: .*\.$/);
    expect(message).toMatch(says);
    expect(({} as Record<string, unknown>)["sql"]).toBeUndefined();
  });
});

test("a hash that is no link is left alone", () => {
  for (const hash of ["", "#", "#sql", "#version", "#/v1", "#vv1"]) expect(isLink(hash)).toBe(false);
});
