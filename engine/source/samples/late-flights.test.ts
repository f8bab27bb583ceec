import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sourceRows } from "../../testing/source-rows.ts";
import type { SourceChunk } from "../source-chunk.ts";
import { flightReports, flightSchema } from "./flight-reports.ts";
import { lateFlights } from "./late-flights.ts";
import { lateFlightsLarge } from "./late-flights-large.ts";
import { samples } from "./registry.ts";
import type { Sample } from "./sample.ts";

/** What the sample's own parser reads of a CSV text, and the path that it asked for. */
async function read(sample: Sample, csv: string): Promise<{ rows: unknown[][]; path: string }> {
  let path = "";
  const chunks: SourceChunk[] = [];
  const fetchData = (asked: string): Promise<ReadableStream<Uint8Array>> => {
    path = asked;
    return Promise.resolve(new Blob([csv]).stream());
  };
  for await (const chunk of sample.open(fetchData)) chunks.push(chunk);
  return { rows: sourceRows(flightSchema, chunks).rows as unknown[][], path };
}

test("a report comes an hour after the real departure, and reports are in that order", async () => {
  const csv = flightReports([
    { scheduled: 100, delay: 30, distance: 500, origin: "AAA", destination: "BBB" },
    { scheduled: 120, delay: -5, distance: 600, origin: "CCC", destination: "DDD" },
    { scheduled: 115, delay: 0, distance: 700, origin: "EEE", destination: "FFF" },
  ]);
  const minutes = (count: number): number => count * 60_000;
  expect((await read(lateFlights, csv)).rows).toEqual([
    [minutes(120), minutes(175), "CCC", "DDD", -5n, 600n],
    [minutes(115), minutes(175), "EEE", "FFF", 0n, 700n],
    [minutes(100), minutes(190), "AAA", "BBB", 30n, 500n],
  ]);
});

test("both samples fetch a file beside the page", async () => {
  const csv = flightReports([]);
  expect((await read(lateFlights, csv)).path).toBe("data/late-flights.csv");
  expect((await read(lateFlightsLarge, csv)).path).toBe("data/late-flights-large.csv");
});

test("the real flights: 20,000, none reported before its schedule, delays from -59 to 522 minutes", async () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "../data");
  const flights = JSON.parse(readFileSync(join(folder, "flights-20k.json"), "utf8")) as {
    date: string;
    delay: number;
    distance: number;
    origin: string;
    destination: string;
  }[];
  const csv = flightReports(
    flights.map(({ date, ...flight }) => ({ scheduled: Date.parse(`${date}Z`) / 60_000, ...flight })),
  );
  const { rows } = await read(lateFlights, csv);
  expect(rows).toHaveLength(lateFlights.records);
  const delays = rows.map((row) => Number(row[4]));
  expect([Math.min(...delays), Math.max(...delays)]).toEqual([-59, 522]);
  let last = -Infinity;
  let maxScheduled = -Infinity;
  let late = 0;
  for (const [scheduled, reported, , , delay] of rows as [number, number, string, string, bigint][]) {
    expect(reported).toBe(scheduled + Number(delay + 60n) * 60_000);
    expect(reported).toBeGreaterThanOrEqual(Math.max(last, scheduled));
    last = reported;
    maxScheduled = Math.max(maxScheduled, scheduled);
    if (scheduled < maxScheduled - 30 * 60_000) late++;
  }
  // Late by the bound of 30 minutes, if all flights shared one watermark.
  expect(late).toBe(2_865);
  const seconds = (last - Number(rows[0]![1])) / lateFlights.description.basePace;
  expect(seconds).toBeCloseTo(60, 0);
});

test("samples are listed in their order, each with its own id, one sentence and about a minute of play", () => {
  const ids = samples.map(({ description }) => description.id);
  expect(ids).toEqual([
    "late-orders",
    "late-orders-quiet-partition",
    "classic-ten",
    "hopping-orders",
    "merging-sessions",
    "late-flights",
    "late-flights-large",
    "market-ticks",
  ]);
  for (const { description } of samples) {
    expect(description.lookFor).toMatch(/^[A-Z][^.]*\.$/);
    for (const column of [description.stream.eventTime, description.stream.arrival])
      expect(description.stream.schema.map(({ name }) => name)).toContain(column);
  }
});
