import { describe, expect, test } from "vitest";
import { aggregateQueryOf, orders, planOf, problemsOf } from "../testing/compile-text.ts";

const grouped = "SELECT k, COUNT(*) FROM orders GROUP BY k";
const windowed = `${grouped} WINDOW TUMBLING(10s)`;

describe("when rows leave where nothing is said", () => {
  test("with a window: velostream and flink at its close, ksqlDB and RisingWave at once", () => {
    expect(aggregateQueryOf(windowed).emission.mode).toBe("final");
    expect(aggregateQueryOf(windowed, { preset: "flink" }).emission.mode).toBe("final");
    expect(aggregateQueryOf(windowed, { preset: "ksqldb" }).emission.mode).toBe("changes");
    expect(aggregateQueryOf(windowed, { preset: "risingwave" }).emission.mode).toBe("changes");
  });

  test("without a window at once", () => expect(aggregateQueryOf(grouped).emission.mode).toBe("changes"));
});

test("EMIT decides", () => {
  expect(aggregateQueryOf(`${windowed} EMIT CHANGES`).emission.mode).toBe("changes");
  expect(aggregateQueryOf(`${windowed} EMIT FINAL`, { preset: "ksqldb" }).emission.mode).toBe("final");
  expect(aggregateQueryOf(`${windowed} EMIT ON WINDOW CLOSE`, { preset: "velostream" }).emission.mode).toBe(
    "final",
  );
});

test("EMIT FINAL without a window is warned of: rows come at the end of input", () => {
  expect(problemsOf(`${grouped} EMIT FINAL`)).toEqual(['EMIT_FINAL_WITHOUT_WINDOW "EMIT FINAL"']);
  expect(aggregateQueryOf(`${grouped} EMIT FINAL`).emission.mode).toBe("final");
});

test.each(["ksqldb", "risingwave"] as const)(
  "where the end of input fires nothing, EMIT FINAL without a window would print no row: %s refuses it",
  (preset) => {
    expect(problemsOf(`${grouped} EMIT FINAL`, { preset })).toEqual(['UNSUPPORTED_EMIT_FINAL "EMIT FINAL"']);
    expect(planOf(`${windowed} EMIT FINAL`, { preset }).query).toMatchObject({ emission: { mode: "final" } });
  },
);

test("SELECT without groups takes EMIT CHANGES only", () => {
  expect(planOf("SELECT k FROM orders EMIT CHANGES").query.kind).toBe("project");
  expect(problemsOf("SELECT k FROM orders EMIT FINAL")).toEqual(['EMIT_FINAL_WITHOUT_GROUPS "EMIT FINAL"']);
});

test("Flink has no EMIT CHANGES of a window", () => {
  expect(problemsOf(`${windowed} EMIT CHANGES`, { preset: "flink" })).toEqual([
    'UNSUPPORTED_EMIT_CHANGES "EMIT CHANGES"',
  ]);
});

describe("'emit.scope' and 'emit.final_marker'", () => {
  const scope = "'emit.scope' = 'window'";
  const marker = "'emit.final_marker' = 'true'";

  test("go with EMIT CHANGES of a window", () => {
    expect(aggregateQueryOf(`${windowed} EMIT CHANGES WITH (${scope}, ${marker})`).emission).toEqual({
      mode: "changes",
      scope: "window",
      finalMarker: true,
      everyRows: null,
      everyInterval: null,
    });
  });

  test.each([`${windowed} WITH `, `${grouped} WITH `, "SELECT k FROM orders WITH "])("not with %s", (sql) => {
    expect(problemsOf(`${sql}(${scope})`)).toEqual([`CONTRADICTING_OPTIONS "${scope}"`]);
    expect(problemsOf(`${sql}(${marker})`)).toEqual([`CONTRADICTING_OPTIONS "${marker}"`]);
  });

  test("their defaults go with everything", () => {
    expect(problemsOf(`${windowed} WITH ('emit.scope' = 'changed', 'emit.final_marker' = 'false')`)).toEqual(
      [],
    );
  });

  test("other engines do not know them", () => {
    expect(problemsOf(`${windowed} EMIT CHANGES WITH (${scope})`, { preset: "ksqldb" })).toEqual([
      `UNSUPPORTED_EMISSION_OPTION "${scope}"`,
    ]);
  });
});

describe("EMIT EVERY n ROWS", () => {
  test("is EMIT FINAL with rows before the close; with or without a window", () => {
    for (const query of [windowed, grouped])
      expect(aggregateQueryOf(`${query} EMIT EVERY 5 ROWS`).emission).toMatchObject({
        mode: "final",
        everyRows: 5,
      });
    expect(aggregateQueryOf(`${windowed} EMIT FINAL`).emission.everyRows).toBeNull();
  });

  test("needs groups", () =>
    expect(problemsOf("SELECT k FROM orders EMIT EVERY 5 ROWS")).toEqual([
      'EMIT_EVERY_WITHOUT_GROUPS "EMIT EVERY 5 ROWS"',
    ]));

  test.each(["flink", "ksqldb", "risingwave"] as const)("%s has none", (preset) =>
    expect(problemsOf(`${windowed} EMIT EVERY 5 ROWS`, { preset })).toContain(
      'UNSUPPORTED_EMIT_EVERY "EMIT EVERY 5 ROWS"',
    ),
  );

  test("which groups are the first ones changes before the close", () =>
    expect(problemsOf(`${windowed} ORDER BY COUNT(*) LIMIT 2 EMIT EVERY 5 ROWS`)).toEqual([
      'UNSUPPORTED_RANKING "2"',
    ]));
});

describe("EMIT EVERY interval", () => {
  test.each(["5s", "5 SECONDS", "INTERVAL '5' SECOND"])(
    "%s: EMIT FINAL with rows before the close",
    (length) => {
      for (const query of [windowed, grouped])
        expect(aggregateQueryOf(`${query} EMIT EVERY ${length}`).emission).toMatchObject({
          mode: "final",
          everyRows: null,
          everyInterval: 5_000,
        });
      expect(aggregateQueryOf(`${windowed} EMIT FINAL`).emission.everyInterval).toBeNull();
    },
  );

  test("a bare number may mean rows or seconds, and an interval is above zero", () => {
    expect(problemsOf(`${windowed} EMIT EVERY 5`)).toEqual(['BAD_EMIT_EVERY "5"']);
    expect(problemsOf(`${windowed} EMIT EVERY 0s`)).toEqual(['BAD_EMIT_EVERY "0s"']);
    expect(problemsOf(`${windowed} EMIT EVERY -1s`)).toEqual(['BAD_EMIT_EVERY "-1s"']);
  });

  test("needs groups", () =>
    expect(problemsOf("SELECT k FROM orders EMIT EVERY 5s")).toEqual([
      'EMIT_EVERY_WITHOUT_GROUPS "EMIT EVERY 5s"',
    ]));

  test.each(["flink", "ksqldb", "risingwave"] as const)("%s has none", (preset) =>
    expect(problemsOf(`${windowed} EMIT EVERY 5s`, { preset })).toContain(
      'UNSUPPORTED_EMIT_EVERY "EMIT EVERY 5s"',
    ),
  );

  test("where arrivals are counted, as no column tells them, a note says what the interval comes to", () =>
    expect(problemsOf(`${windowed} EMIT EVERY 5s`, {}, { ...orders, arrival: null })).toEqual([
      'ARRIVAL_IS_COUNTED "EMIT EVERY 5s"',
    ]));

  test("which groups are the first ones changes before the close", () =>
    expect(problemsOf(`${windowed} ORDER BY COUNT(*) LIMIT 2 EMIT EVERY 5s`)).toEqual([
      'UNSUPPORTED_RANKING "2"',
    ]));
});
