import { describe, expect, test } from "vitest";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";

const undeclared = { ...orders, maxOutOfOrderness: null };
const clause = "WINDOW TUMBLING(10s)";
const windowed = `SELECT k, COUNT(*) FROM orders GROUP BY k ${clause}`;
const call = "TUMBLE(ts, INTERVAL '10' SECOND)";
const legacy = `SELECT k, COUNT(*) FROM orders GROUP BY k, ${call}`;
const over = "SELECT k, SUM(v) OVER (PARTITION BY k ORDER BY ts) AS s FROM orders";

describe("a stream that declares no watermark", () => {
  test("natively and under ksqlDB's rules has one all the same", () => {
    expect(planOf(windowed, {}, undeclared).watermark).toMatchObject({ strategy: "bounded", bound: 60_000 });
    expect(planOf(windowed, { preset: "ksqldb" }, undeclared).watermark.strategy).toBe("bounded");
  });

  test("in Flink has no time that windows could follow", () => {
    const preset = "flink";
    expect(problemsOf(windowed, { preset }, undeclared)).toEqual([`NOT_A_TIME_ATTRIBUTE "${clause}"`]);
    expect(problemsOf(legacy, { preset }, undeclared)).toEqual([`NOT_A_TIME_ATTRIBUTE "${call}"`]);
    expect(problemsOf(over, { preset }, undeclared)[0]).toContain("NOT_A_TIME_ATTRIBUTE");
    for (const sql of [windowed, legacy, over]) expect(problemsOf(sql, { preset })).toEqual([]);
  });

  test("in RisingWave never closes a window, which a note says, and EMIT ON WINDOW CLOSE is refused", () => {
    const preset = "risingwave";
    expect(planOf(windowed, { preset }, undeclared).watermark.strategy).toBe("none");
    expect(problemsOf(windowed, { preset }, undeclared)).toEqual([`NO_WATERMARK_DECLARED "${clause}"`]);
    const closing = `${windowed} EMIT ON WINDOW CLOSE`;
    expect(problemsOf(closing, { preset }, undeclared)).toEqual([`NO_WATERMARK_DECLARED "${clause}"`]);
    expect(() => planOf(closing, { preset }, undeclared)).toThrow("NO_WATERMARK_DECLARED");
    expect(problemsOf(closing, { preset })).toEqual([]);
  });

  test.each(["flink", "risingwave"] as const)(
    "%s: without a window nothing is late, and nothing is said",
    (preset) => {
      for (const sql of ["SELECT k FROM orders", "SELECT k, COUNT(*) FROM orders GROUP BY k"]) {
        expect(problemsOf(sql, { preset }, undeclared)).toEqual([]);
        expect(planOf(sql, { preset }, undeclared)).toMatchObject({
          watermark: { strategy: "none" },
          rules: { nullTime: "late" },
        });
      }
    },
  );

  test.each(["flink", "risingwave"] as const)(
    "%s: a bound or a strategy of the query declares it",
    (preset) => {
      for (const option of ["'watermark.max_out_of_orderness' = '2s'", "'watermark.strategy' = 'ascending'"])
        expect(problemsOf(`${windowed} WITH (${option})`, { preset }, undeclared)).toEqual([]);
      const strategy = "'watermark.strategy' = 'bounded_out_of_orderness'";
      expect(problemsOf(`${windowed} WITH (${strategy})`, { preset }, undeclared)).toEqual([
        `MISSING_OPTION "${strategy}"`,
      ]);
    },
  );
});

describe("a definition that says nothing of a watermark", () => {
  const define = (rest = "", options = ""): string =>
    `CREATE TABLE orders (k STRING, v BIGINT, ts TIMESTAMP(3)${rest})${options};`;
  const plain = "SELECT k FROM orders";

  test.each(["flink", "risingwave"] as const)(
    "%s: leaves the stream without one, whatever it was loaded with",
    (preset) => {
      for (const loaded of [orders, { ...undeclared, options: { "watermark.strategy": "ascending" } }])
        for (const sql of [`${define()} ${plain}`, `CREATE STREAM orders WITH (PARTITIONS=4); ${plain}`])
          expect(planOf(sql, { preset }, loaded).watermark.strategy).toBe("none");
      const [code] = preset === "flink" ? ["NOT_A_TIME_ATTRIBUTE"] : ["NO_WATERMARK_DECLARED"];
      expect(problemsOf(`${define()} ${windowed}`, { preset })).toEqual([`${code} "${clause}"`]);
    },
  );

  test.each(["flink", "risingwave"] as const)(
    "%s: the definition or the query may still give it one",
    (preset) => {
      const bound = "'watermark.max_out_of_orderness' = '2s'";
      for (const sql of [
        `${define(", WATERMARK FOR ts AS ts - INTERVAL '2' SECOND")} ${windowed}`,
        `${define("", ` WITH (${bound})`)} ${windowed}`,
        `${define()} ${windowed} WITH (${bound})`,
      ]) {
        expect(problemsOf(sql, { preset })).toEqual([]);
        expect(planOf(sql, { preset }).watermark).toMatchObject({ strategy: "bounded", bound: 2_000 });
      }
      expect(
        planOf(`${define()} ${plain}`, { preset, settings: { "watermark.max_out_of_orderness": "2s" } })
          .watermark.bound,
      ).toBe(2_000);
    },
  );

  test("natively and under ksqlDB's rules the stream keeps what it was loaded with", () => {
    expect(planOf(`${define()} ${windowed}`, { preset: "velostream" }).watermark).toMatchObject({
      strategy: "bounded",
      bound: 60_000,
    });
    expect(planOf(`${define()} ${windowed}`, { preset: "ksqldb" }).watermark.strategy).toBe("bounded");
  });
});

describe("'watermark.strategy' = 'none'", () => {
  const none = "WITH ('watermark.strategy' = 'none')";

  test("natively closes windows at the end of input alone", () => {
    expect(planOf(`${windowed} ${none}`).watermark.strategy).toBe("none");
    expect(problemsOf(`${windowed} ${none}`)).toEqual([`NO_WATERMARK_DECLARED "${clause}"`]);
    expect(problemsOf(`SELECT k FROM orders ${none}`)).toEqual([]);
  });

  test("has no bound", () => {
    const bound = "'watermark.max_out_of_orderness' = '2s'";
    expect(problemsOf(`SELECT k FROM orders WITH ('watermark.strategy' = 'none', ${bound})`)).toEqual([
      `CONTRADICTING_OPTIONS "${bound}"`,
    ]);
  });
});
