import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP, arrayOf, mapOf, structOf, typeName } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { compileQuery } from "./compile-query.ts";

const place = structOf([
  { name: "city", type: STRING },
  { name: "at", type: structOf([{ name: "x", type: BIGINT }]) },
]);

const trips: StreamDefinition = {
  ...orders,
  name: "trips",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "place", type: place },
    { name: "tags", type: arrayOf(STRING) },
    { name: "prices", type: mapOf(BIGINT) },
    { name: "k", type: STRING },
  ],
  arrival: null,
  split: null,
  splits: 1,
};

/** Whatever engine's form it is. */
const native = { preset: "velostream" } as const;

function bind(text: string): Expression {
  const { query } = planOf(`SELECT ${text} AS x FROM trips`, native, trips);
  if (query.kind !== "project") throw new Error("no projection");
  return query.projection[0]!;
}

function problems(text: string): readonly string[] {
  return problemsOf(`SELECT ${text} FROM trips`, native, trips);
}

describe("fields of a structure", () => {
  test.each(["place.city", "PLACE.City", "trips.place.city", "place->city"])("%s", (text) => {
    expect(bind(text)).toMatchObject({
      name: ".",
      arguments: [{ kind: "column", index: 1 }, { value: 0n }],
      type: STRING,
    });
  });

  test.each(["place.at.x", "place->at->x", "trips.place.at.x"])("%s: a field of a field", (text) => {
    expect(bind(text)).toMatchObject({ name: ".", arguments: [{ name: "." }, { value: 0n }], type: BIGINT });
  });

  test("the stream's name goes before a column's", () => {
    const other = { ...trips, name: "place" };
    expect(problemsOf("SELECT place.ts FROM place", {}, other)).toEqual([]);
    expect(problemsOf("SELECT place.city FROM place", {}, other)).toEqual(['UNKNOWN_COLUMN "city"']);
  });

  test.each(["place.city", "trips.place.city", "place->city", "trips.place->City"])(
    "grouped by %s",
    (key) => {
      for (const spelled of ["place.city", "TRIPS.place.city", "place->city"])
        expect(
          problemsOf(`SELECT UPPER(${spelled}), COUNT(*) FROM trips GROUP BY ${key}`, native, trips),
        ).toEqual([]);
      expect(problemsOf(`SELECT place.at.x FROM trips GROUP BY ${key}`, native, trips)).toEqual([
        'UNGROUPED_COLUMN "place"',
      ]);
    },
  );

  test("HAVING sees the fields of what SELECT names", () => {
    const sql = (having: string): string =>
      `SELECT k, STRUCT(most := MAX(ts), k := k) AS s FROM trips GROUP BY k HAVING ${having}`;
    expect(problemsOf(sql("s.most > TIMESTAMP '2024-01-01 00:00:00'"), native, trips)).toEqual([]);
    expect(problemsOf(sql("s.least > 1"), native, trips)).toEqual(['UNKNOWN_FIELD "least"']);
  });

  test("a result column is named by its field", () => {
    const { output } = planOf("SELECT place.city, place.at.x FROM trips", {}, trips);
    expect(output.map(({ name }) => name)).toEqual(["city", "x"]);
  });

  test("a field that is none is mended by its nearest name", () => {
    expect(problems("place.citty")).toEqual(['UNKNOWN_FIELD "citty"']);
    const [problem] = compileQuery("SELECT place.citty FROM trips", [trips]).diagnostics;
    expect(problem).toMatchObject({ hint: "Did you mean city?", fix: "city" });
  });

  test("a misspelt structure is mended by the nearest one", () => {
    const [problem] = compileQuery("SELECT plase.city FROM trips", [trips]).diagnostics;
    expect(problem).toMatchObject({ code: "UNKNOWN_COLUMN", hint: "Did you mean place?", fix: "place" });
  });

  test("what has no fields says so, and what to write instead", () => {
    expect(problems("k.city")).toEqual(['NOT_A_STRUCT "city"']);
    expect(problems("prices.a")).toEqual(['NOT_A_STRUCT "a"']);
    const [problem] = compileQuery("SELECT prices.a FROM trips", [trips]).diagnostics;
    expect(problem?.hint).toBe("The value of a key is taken by map['a'].");
  });

  test("they group, and are found again in SELECT and HAVING", () => {
    const sql = "SELECT place.city, COUNT(*) FROM trips GROUP BY PLACE.city HAVING place.city <> 'x'";
    expect(problemsOf(sql, {}, trips)).toEqual([]);
    const { query } = planOf(sql, {}, trips);
    expect(query).toMatchObject({ projection: [{ kind: "column", index: 0 }, {}] });
    expect(problemsOf("SELECT place.at.x FROM trips GROUP BY place.at.x", {}, trips)).toEqual([]);
    expect(problemsOf("SELECT place.city FROM trips GROUP BY place", {}, trips)).toEqual([]);
    expect(problemsOf("SELECT place.at FROM trips GROUP BY place.city", {}, trips)).toEqual([
      'UNGROUPED_COLUMN "place"',
    ]);
  });
});

describe("elements", () => {
  test("of an ARRAY by position, of a MAP by key", () => {
    expect(bind("tags[1]")).toMatchObject({ name: "[]", type: STRING });
    expect(bind("prices['a']")).toMatchObject({ name: "[]", type: BIGINT });
  });

  test("by anything else they are refused", () => {
    expect(problems("tags['a']")).toEqual(["TYPE_MISMATCH \"tags['a']\""]);
    expect(problems("prices[1]")).toEqual(['TYPE_MISMATCH "prices[1]"']);
    expect(problems("k[1]")).toEqual(['TYPE_MISMATCH "k[1]"']);
  });

  test("below 1 they count from the end only under ksqlDB's rules", () => {
    const nameOf = (preset: "ksqldb" | "flink"): unknown => {
      const sql = "SELECT k, MAX(tags[-1]) FROM trips GROUP BY k WINDOW TUMBLING(5s)";
      const { query } = planOf(sql, { preset }, trips);
      return query.kind === "aggregate" && query.aggregates[0]!.arguments[0];
    };
    expect(nameOf("ksqldb")).toMatchObject({ name: "element_at" });
    expect(nameOf("flink")).toMatchObject({ name: "[]" });
  });
});

describe("constructors", () => {
  test.each([
    ["ARRAY[1, 2.5]", "ARRAY<DECIMAL(20, 1)>"],
    ["ARRAY[1, NULL]", "ARRAY<BIGINT>"],
    ["ARRAY[ARRAY[1], ARRAY[2.5]]", "ARRAY<ARRAY<DECIMAL(20, 1)>>"],
    ["MAP['a', 1, k, 2]", "MAP<STRING, BIGINT>"],
    ["ROW(1, 'a')", "STRUCT<f1 BIGINT, f2 STRING>"],
    ["(1, k)", "STRUCT<f1 BIGINT, f2 STRING>"],
    ["STRUCT(n := 1, t := ts)", "STRUCT<n BIGINT, t TIMESTAMP>"],
    ["CAST('[1]' AS ARRAY<INT>)", "ARRAY<BIGINT>"],
    ["CAST(ARRAY[] AS ARRAY<DATE>)", "ARRAY<DATE>"],
    ["CAST(k AS STRUCT<a INT, b MAP<STRING, DOUBLE>>)", "STRUCT<a BIGINT, b MAP<STRING, DOUBLE>>"],
    ["CASE WHEN k = 'a' THEN ARRAY[1] ELSE ARRAY[0.5] END", "ARRAY<DECIMAL(20, 1)>"],
  ])("%s is %s", (text, type) => expect(typeName(bind(text).type)).toBe(type));

  test("of values without a common type they are refused", () => {
    expect(problems("ARRAY[1, 'a']")).toEqual(["TYPE_MISMATCH \"ARRAY[1, 'a']\""]);
    expect(problems("MAP[1, 'a']")).toEqual(["TYPE_MISMATCH \"MAP[1, 'a']\""]);
    expect(problems("STRUCT(a := 1, A := 2)")).toEqual(['DUPLICATE_FIELD "A"']);
    expect(problems("CAST(k AS MAP<INT, STRING>)")).toEqual(['UNSUPPORTED_TYPE "INT"']);
  });

  test("they compare for equality alone", () => {
    expect(problems("tags = ARRAY['a']")).toEqual([]);
    expect(problems("tags IS DISTINCT FROM ARRAY['a']")).toEqual([]);
    expect(problems("tags IN (ARRAY['a'], NULL)")).toEqual([]);
    expect(problems("tags < ARRAY['a']")).toEqual(["TYPE_MISMATCH \"tags < ARRAY['a']\""]);
    expect(problems("tags = k")).toEqual(['TYPE_MISMATCH "tags = k"']);
  });
});
