import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Value } from "../../data/data-type.ts";
import { sourceRows } from "../../testing/source-rows.ts";
import { generateTicks, marketTicks, type TickOptions } from "./market-ticks.ts";
import type { SourceChunk } from "../source-chunk.ts";

const { schema } = marketTicks.description.stream;
const small: TickOptions = {
  seed: 3,
  count: 5_000,
  start: 1_000_000,
  interval: 3,
  disorder: { share: 0.2, bound: 500, distribution: "uniform" },
};

async function standardTicks(): Promise<(readonly Value[])[]> {
  const chunks: SourceChunk[] = [];
  for await (const chunk of marketTicks.open(() => Promise.reject(new Error("no file is needed"))))
    chunks.push(chunk);
  return sourceRows(schema, chunks).rows as (readonly Value[])[];
}

function ticks(options: Partial<TickOptions>): (readonly Value[])[] {
  return sourceRows(schema, generateTicks({ ...small, ...options })).rows as (readonly Value[])[];
}

test("the same seed gives the same bytes everywhere and for ever", async () => {
  const text = (await standardTicks()).map((row) => row.map(String).join(",")).join("\n");
  expect(createHash("sha256").update(text).digest("hex")).toBe(
    "a1af58e696e6cd6614f392d1ec4dc0d47fde23d16b8b49622f4a9a05b8984ed4",
  );
});

test("20,000 ticks over about 60 s, in order of arrival, each after its event and within latency and bound", async () => {
  const rows = await standardTicks();
  expect(rows).toHaveLength(20_000);
  const arrivals = rows.map((row) => row[1] as number);
  expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b));
  const seconds = (arrivals.at(-1)! - arrivals[0]!) / marketTicks.description.basePace;
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThan(70);
  for (const row of rows) {
    const held = (row[1] as number) - (row[0] as number);
    expect(held >= 5 && held <= 4_040).toBe(true);
  }
});

test("prices stay between 150 and 400, the bid below and the ask above, sizes and volumes in their ranges", async () => {
  for (const [, , , , price, bid, ask, bidSize, askSize, volume] of (await standardTicks()) as bigint[][]) {
    expect(price! >= 1_500_000n && price! <= 4_000_000n && bid! < price! && price! < ask!).toBe(true);
    expect(bidSize! >= 100n && bidSize! <= 10_000n && askSize! >= 100n && askSize! <= 10_000n).toBe(true);
    expect(volume! >= 1_000n && volume! <= 500_000n).toBe(true);
  }
});

test("symbols and exchanges are as frequent as their weights", async () => {
  const rows = await standardTicks();
  const share = (column: number, value: string): number =>
    rows.filter((row) => row[column] === value).length / rows.length;
  expect(["AAPL", "GOOGL", "MSFT", "AMZN", "META"].map((symbol) => share(2, symbol))).toEqual(
    [0.25, 0.25, 0.2, 0.15, 0.15].map((weight) => expect.closeTo(weight, 1)),
  );
  expect(share(3, "NASDAQ")).toBeCloseTo(0.6, 1);
});

test("the knobs of disorder: no share, no record beyond latency; a tail holds up fewer for long than uniform", () => {
  const held = (rows: (readonly Value[])[]): number[] =>
    rows.map((row) => (row[1] as number) - (row[0] as number));
  expect(
    Math.max(...held(ticks({ disorder: { share: 0, bound: 500, distribution: "uniform" } }))),
  ).toBeLessThanOrEqual(40);
  const long = (distribution: "uniform" | "tail"): number =>
    held(ticks({ disorder: { share: 1, bound: 500, distribution } })).filter((ms) => ms > 290).length;
  expect(long("uniform")).toBeGreaterThan(2 * long("tail"));
  expect(long("tail")).toBeGreaterThan(0);
});

test("other seeds give other ticks, and a count may be anything from 1", () => {
  expect(ticks({ seed: 4 })[0]).not.toEqual(ticks({ seed: 5 })[0]);
  expect(ticks({ count: 1 })).toHaveLength(1);
  expect(ticks({ count: 8_193 })).toHaveLength(8_193);
});
