import { describe, expect, test } from "vitest";
import { withSetting } from "./with-setting.ts";

const query = `-- late, with 'watermark.allowed_lateness' = '1s'
SELECT city, COUNT(*) AS "WITH (" FROM orders
GROUP BY city
WINDOW TUMBLING(ordered_at, 10s)
EMIT CHANGES
WITH (
  'watermark.max_out_of_orderness' = '2s', /* , */
  'Watermark.Allowed_Lateness' = '5s'
);`;
const bare = "SELECT city, COUNT(*) FROM orders GROUP BY city WINDOW TUMBLING(ordered_at, 5s) EMIT FINAL";
const ksqldb = (grace: string): string =>
  `SELECT city, COUNT(*) FROM orders WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD ${grace}) GROUP BY city EMIT CHANGES;`;

describe("an option that stands there already", () => {
  test("only its value changes, in any letter case of the key; comments and strings stay", () => {
    expect(withSetting(query, "lateness", 6500)).toBe(query.replace("= '5s'", "= '6.5s'"));
    expect(withSetting(query, "bound", 3500)).toBe(query.replace("= '2s'", "= '3.5s'"));
  });

  test("long times are written in units, and exact", () => {
    expect(withSetting(query, "bound", 3_600_000)).toContain("'1h'");
    expect(withSetting(query, "bound", 93_600_100)).toContain("'1d 2h 0.1s'");
    expect(withSetting(query, "bound", 0)).toContain("= '0s'");
  });
});

describe("an option that is new", () => {
  test("stands under the last one, as that stands", () => {
    const without = query.replace(", /* , */\n  'Watermark.Allowed_Lateness' = '5s'", "");
    expect(withSetting(without, "lateness", 6500)).toBe(
      without.replace("'2s'\n", "'2s',\n  'watermark.allowed_lateness' = '6.5s'\n"),
    );
  });

  test("stays on the line where the last one does", () => {
    expect(withSetting(`${bare} WITH ('emit.scope' = 'window');`, "bound", 3500)).toBe(
      `${bare} WITH ('emit.scope' = 'window', 'watermark.max_out_of_orderness' = '3.5s');`,
    );
  });

  test("in a WITH without options", () => {
    expect(withSetting(`${bare} WITH ()`, "bound", 3500)).toBe(
      `${bare} WITH ('watermark.max_out_of_orderness' = '3.5s')`,
    );
  });

  test("in a WITH of its own, before the semicolon and before a comment at the end", () => {
    expect(withSetting(`${bare}; -- done`, "lateness", 6500)).toBe(
      `${bare}\nWITH (\n  'watermark.allowed_lateness' = '6.5s'\n); -- done`,
    );
    expect(withSetting(`${bare} -- no semicolon`, "lateness", 6500)).toBe(
      `${bare}\nWITH (\n  'watermark.allowed_lateness' = '6.5s'\n) -- no semicolon`,
    );
  });
});

describe("GRACE PERIOD is where a window says its lateness", () => {
  test("it keeps its spelling", () => {
    expect(withSetting(ksqldb("5 SECONDS"), "lateness", 6500)).toBe(ksqldb("6500 MILLISECONDS"));
    expect(withSetting(ksqldb("1 MINUTE"), "lateness", 90_000)).toBe(ksqldb("90 SECONDS"));
    expect(withSetting(ksqldb("5s"), "lateness", 6500)).toBe(ksqldb("6.5s"));
    expect(withSetting(ksqldb("INTERVAL '5' SECOND"), "lateness", 6500)).toBe(
      ksqldb("INTERVAL '6.5' SECOND"),
    );
  });

  test("a bound does not touch it", () => {
    expect(withSetting(ksqldb("5s"), "bound", 3500)).toContain("GRACE PERIOD 5s");
  });
});

describe("a change that is not safe is none", () => {
  test.each([
    ["nothing to change", ""],
    ["a comment alone", "-- SELECT"],
    ["a string that never ends", "SELECT 'x FROM orders"],
    ["a comment that never ends", `${bare} /* WITH`],
    ["a name that never ends", 'SELECT "x FROM orders'],
    ["two queries", `${bare}; ${bare};`],
    ["two WITH", `${bare} WITH ('a' = 'b') WITH ('c' = 'd')`],
    ["options that cannot be read", `${bare} WITH ('a' 'b')`],
    ["options that never end", `${bare} WITH ('a' = 'b'`],
    ["a comma without an option", `${bare} WITH ('a' = 'b',)`],
    [
      "the option twice",
      `${bare} WITH ('watermark.allowed_lateness' = '1s', 'watermark.allowed_lateness' = '2s')`,
    ],
    [
      "an option beside GRACE PERIOD",
      ksqldb("5s").replace(";", " WITH ('watermark.allowed_lateness' = '5s')"),
    ],
    ["a grace that cannot be read", ksqldb("-5s")],
  ])("%s", (_, sql) => {
    expect(withSetting(sql, "lateness", 6500)).toBeNull();
  });

  test.each(["Ascending", "punctuated", "none"])("a watermark that is %s has no bound", (strategy) => {
    expect(withSetting(`${bare} WITH ('watermark.strategy' = '${strategy}')`, "bound", 3500)).toBeNull();
  });
});
