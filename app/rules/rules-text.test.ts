import { expect, test } from "vitest";
import { RULE_CHOICES } from "./rule-choices.ts";
import { annotationIn, withAnnotation } from "./with-annotation.ts";
import { emissionIn, withEmission } from "./with-emission.ts";
import { windowKindIn, withWindowKind } from "./with-window-kind.ts";

const query = `-- Orders per city
SELECT city, COUNT(*) AS orders
FROM orders
GROUP BY city
WINDOW TUMBLING(ordered_at, 5s)
EMIT FINAL;`;

test("an annotation comes above the text, changes where it stands, and goes with its line", () => {
  const sticky = withAnnotation(query, "partitioning_strategy", "sticky");
  expect(sticky).toBe(`-- @partitioning_strategy: sticky\n${query}`);
  expect(annotationIn(sticky, "partitioning_strategy")).toBe("sticky");
  expect(annotationIn(query, "partitioning_strategy")).toBeNull();
  expect(withAnnotation(sticky, "partitioning_strategy", "hash")).toBe(sticky.replace("sticky", "hash"));
  expect(withAnnotation(sticky, "partitioning_strategy", null)).toBe(query);
});

test("EMIT is written before WITH, changed where it stands, and goes", () => {
  expect(emissionIn(query)).toBe("FINAL");
  const changes = withEmission(query, "CHANGES")!;
  expect(changes).toBe(query.replace("FINAL", "CHANGES"));
  const none = withEmission(query, null)!;
  expect(none).toBe(query.replace("\nEMIT FINAL", ""));
  expect(withEmission(none, "FINAL")).toBe(query);
  const optioned = "SELECT k FROM t\nWITH ('a' = '1')";
  expect(withEmission(optioned, "CHANGES")).toBe("SELECT k FROM t\nEMIT CHANGES\nWITH ('a' = '1')");
});

test("an EMIT of any kind is replaced as a whole; those inside parentheses are none of the query's", () => {
  const every = withEmission(query, "EVERY 3 ROWS")!;
  expect(every).toBe(query.replace("FINAL", "EVERY 3 ROWS"));
  expect(emissionIn(every)).toBe("EVERY 3 ROWS");
  expect(withEmission(query.replace("FINAL", "EVERY INTERVAL '10' SECOND"), "FINAL")).toBe(query);
  const over = "SELECT SUM(x) OVER (ROWS WINDOW BUFFER 3 ROWS EMIT EVERY RECORD) FROM t";
  expect(emissionIn(over)).toBeNull();
  expect(withEmission(over, "CHANGES")).toBe(`${over}\nEMIT CHANGES`);
  expect(withEmission("SELECT 'open", "FINAL")).toBeNull();
  expect(withEmission(`${query.slice(0, -1)} EMIT CHANGES`, "FINAL")).toBeNull();
});

test("a clause behind EMIT is never lost: nothing but WITH may stand there", () => {
  for (const emit of [
    "CHANGES",
    "FINAL",
    "EVERY 3 ROWS",
    "EVERY 60",
    "EVERY 5s",
    "EVERY INTERVAL '10' SECOND",
  ]) {
    const limited = `SELECT k FROM t EMIT ${emit} LIMIT 3;`;
    expect(emissionIn(limited), emit).toBe(emit);
    expect(withEmission(limited, "FINAL"), emit).toBeNull();
    expect(withEmission(limited, null), emit).toBeNull();
    const optioned = `SELECT k FROM t EMIT ${emit} WITH ('a' = '1')`;
    expect(withEmission(optioned, null), emit).toBe("SELECT k FROM t WITH ('a' = '1')");
  }
  expect(withEmission("SELECT k FROM t EMIT ON WINDOW CLOSE", "FINAL")).toBe("SELECT k FROM t EMIT FINAL");
});

test("an annotation is a comment of one line before a statement; what only looks like it stays", () => {
  const texts = [
    "SELECT '\n-- @num_partitions: 2\n' FROM t",
    "/*\n-- @num_partitions: 2\n*/ SELECT k FROM t",
    "SELECT k\n-- @num_partitions: 2\nFROM t",
  ];
  for (const text of texts) {
    expect(annotationIn(text, "num_partitions")).toBeNull();
    expect(withAnnotation(text, "num_partitions", null)).toBe(text);
    const four = withAnnotation(text, "num_partitions", "4");
    expect(four).toBe(`-- @num_partitions: 4\n${text}`);
    expect(withAnnotation(four, "num_partitions", null)).toBe(text);
  }
  expect(withAnnotation("SELECT 'open", "dialect", "flink")).toBe("-- @dialect: flink\nSELECT 'open");
  const beside = "/* why */ -- @num_partitions: 2\nSELECT k FROM t";
  expect(withAnnotation(beside, "num_partitions", "3")).toBe(beside.replace("2", "3"));
  expect(withAnnotation(beside, "num_partitions", null)).toBe("/* why */ \nSELECT k FROM t");
});

test("of annotations that say one thing twice a single one is left", () => {
  const twice = "-- @dialect: flink\nCREATE STREAM t (k INT);\n-- @dialect: ksqldb\nSELECT k FROM t";
  const once = "-- @dialect: risingwave\nCREATE STREAM t (k INT);\nSELECT k FROM t";
  expect(withAnnotation(twice, "dialect", "risingwave")).toBe(once);
  expect(annotationIn(withAnnotation(twice, "dialect", null), "dialect")).toBeNull();
});

test("a watermark without a bound takes the bound out", () => {
  const { write, valueIn } = RULE_CHOICES.find(({ id }) => id === "watermark")!;
  const bound = `${query.slice(0, -1)}\nWITH (\n  'watermark.max_out_of_orderness' = '2s'\n)`;
  const ascending = write(bound, "ascending_timestamps")!;
  expect(valueIn(ascending)).toBe("ascending_timestamps");
  expect(ascending).not.toContain("max_out_of_orderness");
  expect(write(bound, "bounded_out_of_orderness")).toContain("max_out_of_orderness");
});

test("a window changes its kind and keeps its time and size; a step is half the size where none is known", () => {
  expect(windowKindIn(query)).toBe("TUMBLING");
  const other = (kind: Parameters<typeof withWindowKind>[1], sql = query): string =>
    /WINDOW (.*)/.exec(withWindowKind(sql, kind) ?? "")?.[1] ?? "";
  expect(other("SLIDING")).toBe("SLIDING(ordered_at, 5s, 2500ms)");
  expect(other("SESSION")).toBe("SESSION(ordered_at, 5s)");
  expect(other("CUMULATE")).toBe("CUMULATE(ordered_at, 2500ms, 5s)");
  const sliding = query.replace("TUMBLING(ordered_at, 5s)", "SLIDING(10m, 4m)");
  expect(other("CUMULATE", sliding)).toBe("CUMULATE(4m, 10m)");
  expect(other("TUMBLING", sliding)).toBe("TUMBLING(10m)");
});

test("a window in words stays in words", () => {
  const hopping = query.replace(
    "TUMBLING(ordered_at, 5s)",
    "HOPPING (SIZE 15 SECONDS, ADVANCE BY 5 SECONDS)",
  );
  const other = (kind: Parameters<typeof withWindowKind>[1], sql: string): string | undefined =>
    /WINDOW (.*)/.exec(withWindowKind(sql, kind) ?? "")?.[1];
  expect(windowKindIn(hopping)).toBe("SLIDING");
  expect(other("TUMBLING", hopping)).toBe("TUMBLING (SIZE 15 SECONDS)");
  expect(other("SESSION", hopping)).toBe("SESSION (15 SECONDS)");
  const session = query.replace("TUMBLING(ordered_at, 5s)", "SESSION (15 SECONDS)");
  expect(other("SLIDING", session)).toBe("HOPPING (SIZE 15 SECONDS, ADVANCE BY 7500 MILLISECONDS)");
  expect(other("CUMULATE", hopping)).toBe("CUMULATE (5 SECONDS, 15 SECONDS)");
  expect(other("TUMBLING", withWindowKind(hopping, "CUMULATE")!)).toBe("TUMBLING (SIZE 15 SECONDS)");
});

test("a window that says more than time and lengths is left alone", () => {
  for (const rest of ["5s, GRACE PERIOD 2s", "5s, OFFSET 1s", "INTERVAL '5' SECOND"])
    expect(withWindowKind(query.replace("5s", rest), "SESSION"), rest).toBeNull();
  expect(withWindowKind("SELECT k FROM t", "SESSION")).toBeNull();
});
