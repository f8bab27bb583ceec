import { expect, test } from "vitest";
import { withDialect } from "./dialect-line.ts";

const query = "SELECT a\nFROM s";

test("a dialect is fixed by an annotation above the query", () => {
  expect(withDialect(query, "ksqldb")).toBe(`-- @dialect: ksqldb\n${query}`);
});

test("another choice takes the place of the first, wherever it stands", () => {
  const before = `-- @num_partitions: 2\n  --@dialect:flink \n${query}`;
  expect(withDialect(before, "risingwave")).toBe(`-- @num_partitions: 2\n-- @dialect: risingwave\n${query}`);
});

test("without a choice the annotation goes, and nothing else does", () => {
  expect(withDialect(withDialect(query, "flink"), null)).toBe(query);
  expect(withDialect(query, null)).toBe(query);
  expect(withDialect("-- the @dialect: of this is flink\nSELECT 1", null)).toBe(
    "-- the @dialect: of this is flink\nSELECT 1",
  );
});
