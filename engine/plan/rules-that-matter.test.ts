import { expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP } from "../data/data-type.ts";
import { type PresetName, semanticsRules } from "../spec/semantics-rules.ts";
import { compileQuery } from "./compile-query.ts";
import { differingRules, type PlannedSide, rulesThatMatter, switchRules } from "./rules-that-matter.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "n", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 2_000,
};

function side(sql: string, preset: PresetName): PlannedSide {
  const { plan, diagnostics } = compileQuery(sql, [stream], { preset });
  if (!plan) throw new Error(JSON.stringify(diagnostics));
  return { plan, compile: (rules) => compileQuery(sql, [stream], { preset, rules }).plan };
}

const matter = (
  sql: string,
  there: PresetName,
  here: PresetName = "velostream",
): Promise<readonly string[]> => rulesThatMatter(side(sql, here), side(sql, there), () => Promise.resolve());

const windowed = (list: string, rest = ""): string =>
  `SELECT k, ${list} FROM t ${rest} GROUP BY k WINDOW TUMBLING(ts, 5s)`;

test("rules that two presets share, or that the query decides itself, cannot matter", async () => {
  expect(await matter(windowed("COUNT(*) AS c"), "velostream")).toEqual([]);
  const said = `${windowed("COUNT(*) AS c")} EMIT FINAL WITH ('watermark.min_advance' = '0s', 'watermark.allowed_lateness' = '1s')`;
  const found = await matter(said, "flink");
  expect(found).not.toContain("defaultMinAdvance");
  expect(found).not.toContain("defaultLateness");
  expect(await matter(windowed("COUNT(*) AS c"), "flink")).toEqual(
    expect.arrayContaining(["clock", "lateUnit", "lateAction", "defaultMinAdvance", "closeDelay"]),
  );
});

test("rules of values matter where the query has such values", async () => {
  expect(await matter(windowed("AVG(n) AS a"), "flink")).toContain("averageOfBigint");
  expect(await matter(windowed("COUNT(*) AS c"), "flink")).not.toContain("averageOfBigint");
  expect(await matter(windowed("SUM(n) AS s"), "ksqldb")).toEqual(
    expect.arrayContaining(["emptySumIsZero", "sumOverflow"]),
  );
  expect(await matter(windowed("COUNT(*) AS c"), "ksqldb")).not.toContain("sumOverflow");
  expect(await matter(windowed("SUM(n) / 2 AS s"), "flink")).toContain("integerDivision");
});

test("a filter before the clock matters where there is a filter, NULL keys where there are keys", async () => {
  expect(await matter(windowed("COUNT(*) AS c"), "ksqldb")).not.toContain("filterBeforeClock");
  expect(await matter(windowed("COUNT(*) AS c", "WHERE n > 1"), "ksqldb")).toContain("filterBeforeClock");
  expect(await matter("SELECT k, n FROM t", "ksqldb")).not.toContain("skipsNullKeys");
  expect(await matter("SELECT k, COUNT(*) AS c FROM t GROUP BY k", "ksqldb")).toContain("skipsNullKeys");
});

test("the scope of the watermark matters only where there is more than one lane", async () => {
  const one = `-- @num_partitions: 1\n${windowed("COUNT(*) AS c")}`;
  expect(await matter(windowed("COUNT(*) AS c"), "flink")).toContain("watermarkScope");
  expect(await matter(one, "flink")).not.toContain("watermarkScope");
});

test("rules of time cannot matter to groups without a window, unless late records are dropped there", async () => {
  const groups = "SELECT k, COUNT(*) AS c FROM t GROUP BY k";
  const ofTime = ["clock", "lateUnit", "lateAction", "defaultMinAdvance", "ignoresBound", "defaultLateness"];
  for (const there of ["flink", "ksqldb"] as const)
    for (const name of ofTime)
      expect(await matter(groups, there), `${name} beside ${there}`).not.toContain(name);
  expect(await matter(groups, "ksqldb")).toContain("skipsNullKeys");
  expect(await matter(groups, "risingwave")).toEqual(
    expect.arrayContaining(["lateAction", "defaultMinAdvance"]),
  );
});

test("of OVER those rules matter that its functions and frames ask for", async () => {
  const over = (call: string, frame = ""): string =>
    `SELECT k, ${call} OVER (PARTITION BY k ORDER BY ts ${frame}) AS x FROM t`;
  const counted = await matter(over("COUNT(*)"), "velostream", "flink");
  const unasked = ["averageRounding", "sumOverflow", "peersShareLag", "overLateBy", "streamsDeclareLateness"];
  for (const name of unasked) expect(counted, name).not.toContain(name);
  expect(counted).toContain("clock");
  const bounded = "ROWS BETWEEN 1 PRECEDING AND CURRENT ROW";
  expect(await matter(over("COUNT(*)", bounded), "velostream", "flink")).toContain("overLateBy");
  expect(await matter(over("SUM(n)"), "velostream", "flink")).toContain("sumOverflow");
  expect(await matter(over("LAG(n)"), "velostream", "flink")).toContain("peersShareLag");
});

test("the default emission matters where the query says none", async () => {
  expect(await matter(windowed("COUNT(*) AS c"), "risingwave")).toContain("windowedEmission");
  expect(await matter(`${windowed("COUNT(*) AS c")} EMIT CHANGES`, "ksqldb")).not.toContain(
    "windowedEmission",
  );
});

test("all rules switched are the other's", () => {
  const { velostream, flink } = semanticsRules;
  expect(switchRules(velostream, flink, differingRules(velostream, flink))).toEqual(flink);
  expect(switchRules(velostream, flink, ["clock"])).toEqual({ ...velostream, clock: flink.clock });
});

test("others get their turn behind each rule", async () => {
  let turns = 0;
  const [here, there] = [
    side(windowed("COUNT(*) AS c"), "velostream"),
    side(windowed("COUNT(*) AS c"), "flink"),
  ];
  await rulesThatMatter(here, there, () => Promise.resolve(void turns++));
  expect(turns).toBe(differingRules(here.plan.rules, there.plan.rules).length);
});
