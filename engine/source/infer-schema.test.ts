import { describe, expect, test } from "vitest";
import { typeName } from "../data/data-type.ts";
import type { TextFormat } from "./create-parser.ts";
import { inferStream, INFERENCE_ROWS } from "./infer-schema.ts";

async function types(format: TextFormat, text: string | Blob): Promise<Record<string, string>> {
  const { schema } = await inferStream("s", format, text);
  return Object.fromEntries(schema.map(({ name, type }) => [name, typeName(type)]));
}

async function times(text: string): Promise<[string | null, string | null]> {
  const { eventTime, arrival } = await inferStream("s", "csv", text);
  return [eventTime, arrival];
}

/** The type of a CSV column with these values. */
async function typeOf(...values: string[]): Promise<string> {
  return (await types("csv", `v,w\n${values.map((value) => `${value},x\n`).join("")}`))["v"]!;
}

describe("inferStream", () => {
  test("a type is taken when every value fits it, NULLs apart", async () => {
    expect(await typeOf("1", "", "-20")).toBe("BIGINT");
    expect(await typeOf("1", "x")).toBe("STRING");
    expect(await typeOf("1", "2.5", "1e3", "-.5")).toBe("DOUBLE");
    expect(await typeOf("true", "FALSE")).toBe("BOOLEAN");
    expect(await typeOf("0", "1")).toBe("BIGINT");
    expect(await typeOf("", "")).toBe("STRING");
    expect(await typeOf("2024-01-01", "2024-01-01T10:00:00+02:00")).toBe("TIMESTAMP");
  });

  test("nothing is lost: leading zeros stay text, digits beyond a double stay digits", async () => {
    expect(await typeOf("01234", "98765")).toBe("STRING");
    expect(await typeOf("9223372036854775807")).toBe("BIGINT");
    expect(await typeOf("9223372036854775808")).toBe("DECIMAL(38, 0)");
    expect(await typeOf("0.1234567890123456789")).toBe("DECIMAL(38, 19)");
    expect(await typeOf("0.30000000000000004")).toBe("DOUBLE");
    expect(await typeOf("1".repeat(60))).toBe("STRING");
    expect(await typeOf("1e999")).toBe("STRING");
  });

  test("whole numbers are times only in a column named like one, and only as milliseconds", async () => {
    expect(await types("csv", "created_at,id\n1714570200000,1714570200000\n")).toEqual({
      created_at: "TIMESTAMP",
      id: "BIGINT",
    });
    expect(await types("csv", "created_at,x\n1714570200,1\n")).toMatchObject({ created_at: "BIGINT" });
  });

  test("the event time is the time named most like one; arrival never goes back", async () => {
    const [early, late] = ["2024-01-01T00:00:01", "2024-01-01T00:00:02"];
    expect(await times(`day,event_time\n2024-01-01,${early}\n`)).toEqual(["event_time", null]);
    expect(await times(`ordered_at,arrived_at\n${late},${early}\n${early},${late}\n`)).toEqual([
      "ordered_at",
      "arrived_at",
    ]);
    expect(await times(`ordered_at,arrived_at\n${early},${late}\n${late},${early}\n`)).toEqual([
      "ordered_at",
      null,
    ]);
    expect(await times(`arrived_at,x\n${early},1\n`)).toEqual(["arrived_at", null]);
    expect(await times("a,b\n1,2\n")).toEqual([null, null]);
  });

  test("JSON: keys in order of first sight, strings are never numbers, nested values are text", async () => {
    const text =
      '{"id":"7","n":1}\n{"n":2,"t":"2024-01-01T00:00Z","tags":["a"],"ok":true}\nbroken\n{"n":null}';
    expect(await types("jsonl", text)).toEqual({
      id: "STRING",
      n: "BIGINT",
      t: "TIMESTAMP",
      tags: "STRING",
      ok: "BOOLEAN",
    });
  });

  test("JSON keys that SQL cannot tell apart: the first one is taken", async () => {
    expect(await types("jsonl", '{"a":1,"A":"x","":2," b":3}')).toEqual({ a: "BIGINT", " b": "BIGINT" });
  });

  test("columns without a name or with the same name get one of their own", async () => {
    expect(Object.keys(await types("csv", "a,,A, b \n1,2,3,4\n"))).toEqual(["a", "column_2", "A_2", "b"]);
  });

  test("a header alone makes columns of text; a file without columns, or with too many, is an error for people", async () => {
    expect(await types("csv", "a,b")).toEqual({ a: "STRING", b: "STRING" });
    await expect(types("csv", "")).rejects.toThrow("no header row");
    await expect(types("csv", "a,".repeat(1_000))).rejects.toThrow("1001 columns; 1000 are the most");
    await expect(types("jsonl", "[1]\n2\n")).rejects.toThrow("No line is a JSON object");
  });

  test("only the first rows are looked at, of a large file the first whole ones", async () => {
    expect(await typeOf(...Array.from({ length: INFERENCE_ROWS }, () => "1"), "x")).toBe("BIGINT");
    const large = new Blob([`v,w\n${`1,${"y".repeat(2_000)}\n`.repeat(1_000)}`]);
    expect(await types("csv", large)).toEqual({ v: "BIGINT", w: "STRING" });
  });
});
