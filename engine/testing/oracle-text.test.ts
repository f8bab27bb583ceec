import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { runQuery } from "../runtime/run-query.ts";
import { planOf } from "./compile-text.ts";
import { batchesOf } from "./record-batches.ts";

const stream: StreamDefinition = {
  name: "texts",
  schema: [
    { name: "at", type: TIMESTAMP },
    { name: "id", type: BIGINT },
    { name: "s", type: STRING },
    { name: "t", type: STRING },
    { name: "n", type: BIGINT },
  ],
  eventTime: "at",
  arrival: "at",
  split: null,
  splits: 1,
  maxOutOfOrderness: null,
};

const characters = fc.constantFrom(...Array.from("aab bcABC,,-1%_.é\u{1F600}"));
const text = (maxLength: number): fc.Arbitrary<string | null> =>
  fc.option(
    fc.array(characters, { maxLength }).map((all) => all.join("")),
    { freq: 9 },
  );
const row = fc.tuple(text(12), text(2), fc.option(fc.integer({ min: -5, max: 9 }), { freq: 9 }));
/** Seeded: the same rows in every run. */
const [given] = fc.sample(fc.array(row, { minLength: 500, maxLength: 500 }), { numRuns: 1, seed: 11 });

/** Spelled alike in both. */
const alike = [
  "UPPER(s)",
  "LOWER(s)",
  "TRIM(s, 'a,')",
  "LTRIM(s, t)",
  "RTRIM(s, t)",
  "LENGTH(s)",
  "SUBSTRING(s, n)",
  "SUBSTRING(s, 2, 3)",
  "SUBSTRING(s, -3, 2)",
  "LEFT(s, n)",
  "RIGHT(s, n)",
  "REPLACE(s, t, 'xy')",
  "TRANSLATE(s, 'ab,', 'x')",
  "REPEAT(t, n)",
  "REVERSE(s)",
  "CONCAT(s, t, n)",
  "CONCAT_WS('-', s, n, t)",
  "s || t",
  "POSITION(t IN s)",
  "INSTR(s, t)",
  "STRPOS(s, t)",
  "STARTS_WITH(s, t)",
  "ENDS_WITH(s, t)",
  "CONTAINS(s, t)",
  "ASCII(s)",
  "CHR(n + 90)",
  "MD5(s)",
  "SHA256(s)",
  "s LIKE 'a%b_'",
  "s LIKE t || '%'",
  "s LIKE '%!%%' ESCAPE '!'",
  "s ILIKE '%A_B%'",
  "REGEXP_REPLACE(s, '[ab]+', '<\\0>')",
  "REGEXP_REPLACE(s, '([a-c])(.)', '\\2\\1', 'g')",
  "REGEXP_REPLACE(s, 'A', '', 'gi')",
  "JSON_ARRAY_LENGTH('[1, [2], {}]')",
] as const;

/** Ours, and DuckDB's spelling of the same meaning. */
const spelled: readonly (readonly [string, string])[] = [
  ["TRIM(s, ' ')", "TRIM(s)"],
  ["SPLIT_PART(s, ',', n)", "split_part(s, ',', n)"],
  ["SPLIT(s, t)", "CASE WHEN t IS NOT NULL THEN to_json(string_split(s, t)) END"],
  ["OCTET_LENGTH(s)", "strlen(s)"],
  ["LPAD(s, ABS(n), 'xy')", "lpad(s, CAST(abs(n) AS INTEGER), 'xy')"],
  ["RPAD(s, ABS(n), 'xy')", "rpad(s, CAST(abs(n) AS INTEGER), 'xy')"],
  ["REGEXP(s, '^[a-c]+(,|-)')", "regexp_matches(s, '^[a-c]+(,|-)')"],
  ["REGEXP(s, 'B.1', 'i')", "regexp_matches(s, 'B.1', 'i')"],
  [
    "COALESCE(REGEXP_EXTRACT(s, '([a-z]+)(.?)', 2), '')",
    "coalesce(regexp_extract(s, '([a-z]+)(.?)', 2), '')",
  ],
  ["REGEXP_EXTRACT_ALL(s, '[^,]+')", "to_json(regexp_extract_all(s, '[^,]+'))"],
  ["JSON_EXTRACT(TO_JSON_STRING(s), '$')", "s"],
  [`JSON_EXTRACT('{"a": [1, {"b": "' || n || '"}]}', '$.a[1].b')`, "CAST(n AS VARCHAR)"],
  [`JSON_QUERY('{"a": [1, {"b": 2}]}', '$.a')`, `json_extract('{"a": [1, {"b": 2}]}', '$.a')`],
];

/*
 * Where DuckDB means something else, so that it is not asked:
 * - TRIM without characters takes spaces only; ours any white space.
 * - SPLIT_PART and LPAD with an empty second text: characters there, and an error; ours the whole text, and NULL with a warning.
 * - SUBSTRING with a length below 0 reads backward; ours is empty.
 * - REGEXP_EXTRACT without a match is an empty text; ours NULL.
 * - REGEXP_REPLACE of an empty match right behind another one: none there; ours one, as in Java and JavaScript.
 * - SIMILAR TO takes a regular expression; ours the standard's pattern.
 * - UPPER('ß') is one character there, 'SS' here; REVERSE keeps marks on their letters there.
 * - JSON_EXTRACT keeps the quotation marks of a string; ours is JSON_EXTRACT_STRING.
 */

let answers: Map<string, (string | null)[]>;

beforeAll(async () => {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const quoted = (value: string | null): string =>
    value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`;
  const rows = given!.map(([s, t, n], id) => `(${id}, ${quoted(s)}, ${quoted(t)}, ${n ?? "NULL"})`);
  await connection.run("CREATE TABLE texts (id INTEGER, s VARCHAR, t VARCHAR, n INTEGER)");
  await connection.run(`INSERT INTO texts VALUES ${rows.join(", ")}`);
  answers = new Map();
  for (const sql of [...alike, ...spelled.map(([, theirs]) => theirs)]) {
    const reader = await connection.runAndReadAll(`SELECT CAST(${sql} AS VARCHAR) FROM texts ORDER BY id`);
    answers.set(
      sql,
      reader.getRows().map(([value]) => (value === null ? null : String(value))),
    );
  }
});

describe("functions of text equal DuckDB's", () => {
  const pairs = [...alike.map((sql) => [sql, sql] as const), ...spelled];
  test.each(pairs)("%s", (ours, theirs) => {
    const records = given!.map(([s, t, n], id): Value[] => [
      id,
      BigInt(id),
      s,
      t,
      n === null ? null : BigInt(n),
    ]);
    const plan = planOf(`SELECT CAST(${ours} AS STRING) FROM texts`, {}, stream);
    const { rows } = runQuery(plan, batchesOf(stream.schema, records, 64), { endOfInput: true });
    expect(rows.map(({ values }) => values[0])).toEqual(answers.get(theirs));
  });
});
