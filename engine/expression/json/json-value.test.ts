import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJsonPath, type JsonPath } from "./json-path.ts";
import { JsonScanner } from "./json-scanner.ts";
import { JsonValue } from "./json-value.ts";

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const json = fc.jsonValue({ depthSize: "large" });
/** With spaces, so that places in the text differ from those in the value. */
const written = fc.tuple(json, fc.constantFrom(0, 1, "\t", " \r\n ".slice(1, 3))).map(([value, space]) => ({
  value,
  text: ` ${JSON.stringify(value, null, space)}\n`,
}));

test("a text is JSON where JSON.parse takes it, whatever one changes in it", () => {
  const edit = fc.tuple(
    fc.nat(),
    fc.nat(3),
    fc.constantFrom(...Array.from('{}[],:"\\0-.eEtfnu \u0001\u00a0')),
  );
  fc.assert(
    fc.property(written, fc.array(edit, { maxLength: 2 }), ({ text }, edits) => {
      const changed = edits.reduce((given, [at, cut, added]) => {
        const from = at % (given.length + 1);
        return given.slice(0, from) + added + given.slice(from + cut);
      }, text);
      expect(new JsonScanner(changed).isValid()).toBe(parses(changed));
      if (parses(changed)) expect(JSON.parse(JsonValue.of(changed)!.json())).toEqual(JSON.parse(changed));
    }),
    { numRuns: 3000 },
  );
});

test("every value of a text is found by its path, as JSON.stringify writes it", () => {
  fc.assert(
    fc.property(written, ({ value, text }) => {
      const root = JsonValue.of(text)!;
      visit(value, [], (path, part) => expect(root.at(path)!.json()).toBe(JSON.stringify(part)));
    }),
  );
});

function visit(value: unknown, path: JsonPath, check: (path: JsonPath, value: unknown) => void): void {
  check(path, value);
  if (Array.isArray(value))
    value.forEach((part, index) => visit(part, [...path, { key: null, index }], check));
  else if (typeof value === "object" && value !== null)
    for (const [key, part] of Object.entries(value)) visit(part, [...path, { key, index: null }], check);
}

function at(text: string, path: string): string | null | undefined {
  return JsonValue.of(text)!
    .at(parseJsonPath(path) as JsonPath)
    ?.text();
}

test("numbers keep their digits, strings lose their quotation marks, JSON's null is NULL", () => {
  expect(at('{"id": 12345678901234567890.10}', "$.id")).toBe("12345678901234567890.10");
  expect(at('{"a": "x\\u00e9\\n"}', "a")).toBe("xé\n");
  expect(at('{"a": null}', "a")).toBeNull();
  expect(at('{"a": null}', "b")).toBeUndefined();
  expect(at('[[1, 2], {"0": "zero"}]', "0.1")).toBe("2");
  expect(at('[[1, 2], {"0": "zero"}]', "1.0")).toBe("zero");
  expect(at('{"a": 1, "a": 2}', "a")).toBe("2");
  expect(at('{"\\u0061": 1}', "a")).toBe("1");
  expect(at("[1, 2, 3]", "[3]")).toBeUndefined();
});

test("spaces inside of strings stay, others go", () => {
  expect(JsonValue.of(' { "a b" : [ 1 , "c  d" , { } ] } ')!.json()).toBe('{"a b":[1,"c  d",{}]}');
});

test("what is nested deeper than 512 is bad, and never overflows the stack", () => {
  expect(new JsonScanner("[".repeat(512) + "]".repeat(512)).isValid()).toBe(true);
  expect(new JsonScanner("[".repeat(513) + "]".repeat(513)).isValid()).toBe(false);
  expect(new JsonScanner("[".repeat(1_000_000)).isValid()).toBe(false);
});
