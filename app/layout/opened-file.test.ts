import { expect, test } from "vitest";
import { openedFile, streamName } from "./opened-file.ts";

test("a file's name becomes a name that SQL reads without quotes", () => {
  expect(streamName("orders.csv")).toBe("orders");
  expect(streamName("2024 Flights (late).csv")).toBe("_2024_flights_late");
  expect(streamName("Größe.jsonl")).toBe("gr_e");
  expect(streamName("日本.csv")).toBe("records");
});

test("the ending names the format; CSV where it says nothing", () => {
  const format = (name: string): string => openedFile(new File([], name)).format;
  expect(["a.csv", "a.jsonl", "a.NDJSON", "a.json", "a"].map(format)).toEqual([
    "csv",
    "jsonl",
    "jsonl",
    "jsonl",
    "csv",
  ]);
});

test("a file's name stays inside its comment, whatever characters it has", () => {
  const { starter } = openedFile(new File([], "a\rDROP.csv"));
  expect(starter.split("\n")[0]).toBe("-- a DROP.csv");
});
