import { expect, test } from "vitest";
import type { Comparison } from "../../engine/client/types.ts";
import { differingRules, ruleValue } from "../../engine/plan/rules-that-matter.ts";
import { semanticsRules } from "../../engine/spec/semantics-rules.ts";
import {
  causeCount,
  causeText,
  explanationText,
  kindsText,
  sameChanges,
  summaryText,
} from "./comparison-words.ts";
import { ruleLabel, ruleSentence } from "./rule-words.ts";

const { velostream, flink, ksqldb, risingwave } = semanticsRules;

const comparison: Comparison = {
  here: "velostream",
  there: "flink",
  position: 17,
  ended: true,
  errors: [],
  refusal: null,
  failure: null,
  output: [],
  rows: { agrees: 14, differs: 2, "only here": 0, "only there": 1 },
  columns: [],
  changes: {
    here: { rows: 14, kinds: { "+I": 13, "-U": 0, "+U": 1, "-D": 0 } },
    there: { rows: 13, kinds: { "+I": 13, "-U": 0, "+U": 0, "-D": 0 } },
  },
  fates: [{ here: "counted", there: "dropped", records: 1 }],
  recordsNamed: 1,
  rules: (["clock", "lateAction"] as const).map((name) => ({
    name,
    here: velostream[name],
    there: flink[name],
  })),
  causes: null,
};

test("the summary names what agrees, what differs and whose rows are alone, and never leaves the records out", () => {
  expect(summaryText(comparison, "order")).toBe(
    "14 of 17 rows agree, 2 differ, 1 only under Flink; 1 order counted under Velostream is dropped under Flink; 14 changes, 13 under Flink",
  );
  const same = { ...comparison, rows: { agrees: 1, differs: 0, "only here": 0, "only there": 0 }, fates: [] };
  expect(summaryText(same, "order")).toBe(
    "all 1 row agree; every order is counted or dropped alike; 14 changes, 13 under Flink",
  );
  const fates = [
    { here: "counted", there: "dropped", records: 1_200 },
    { here: "in no window", there: "counted", records: 2 },
    { here: "dropped", there: "counted", records: 1 },
  ] as const;
  expect(summaryText({ ...same, fates }, "order")).toContain(
    "; 1,200 orders counted under Velostream are dropped under Flink, 3 more differ otherwise; ",
  );
});

test("a cause is one sentence a rule; several are said to work only together; none is said plainly", () => {
  const cause = { rules: ["clock"] as const, rows: 2, records: 1, changelog: false };
  expect(causeCount(cause, "order")).toBe("2 rows and 1 order");
  expect(causeCount({ ...cause, changelog: true }, "order")).toBe("2 rows, 1 order and the changelog");
  expect(causeCount({ ...cause, rows: 0, records: 0, changelog: true }, "order")).toBe("The changelog");
  expect(causeText(cause, comparison, [])).toBe(
    "Clock order: Flink judges a record before the watermark moves by it; Velostream moves the watermark by a record before it judges it.",
  );
  const both = { ...cause, rules: ["clock", "lateAction"] as const };
  expect(causeText(both, comparison, [])).toMatch(
    /^Clock order and late records, only together: Flink judges .+ Flink drops /,
  );
  expect(causeText({ ...cause, rules: [] }, comparison, [])).toMatch(/^No rule of the table/);
  expect(explanationText(["clock", "lateAction"])).toBe("clock order and late records");
  expect([explanationText([]), explanationText(null)]).toEqual(["no rule", ""]);
});

test("a rule has its sentence once; behind that it is named", () => {
  const cause = (...rules: readonly ("clock" | "lateAction")[]) => ({
    rules,
    rows: 1,
    records: 0,
    changelog: false,
  });
  expect(causeText(cause("clock", "lateAction"), comparison, [cause("clock")])).toMatch(
    /^Clock order and late records, only together: Flink drops [^.]+\.$/,
  );
  expect(causeText(cause("clock", "lateAction"), comparison, [cause("clock"), cause("lateAction")])).toBe(
    "Clock order and late records, only together.",
  );
});

test("a changelog is told by its rows of each kind, those that are not there left out", () => {
  const { here, there } = comparison.changes;
  expect(sameChanges(comparison)).toBe(false);
  expect(kindsText({ rows: 5, kinds: { "+I": 1, "-U": 2, "+U": 2, "-D": 0 } })).toBe(
    "1\u00A0+I, 2\u00A0-\u2060U, 2\u00A0+U",
  );
  expect(kindsText({ rows: 0, kinds: { ...here.kinds, "+I": 0, "+U": 0 } })).toBe("none");
  expect(sameChanges({ ...comparison, changes: { here: there, there } })).toBe(true);
  const cause = { rules: ["clock"] as const, rows: 0, records: 0, changelog: true };
  expect(causeText(cause, comparison, [])).toMatch(/ Changes: 13\s\+I, 1\s\+U; under Flink 13\s\+I\.$/);
});

test("every rule in which two presets differ has words, and other words for the other value", () => {
  const presets = [velostream, flink, ksqldb, risingwave];
  for (const here of presets)
    for (const there of presets)
      for (const name of differingRules(here, there)) {
        expect(ruleLabel(name)).toMatch(/^[A-Za-z0-9 ]+$/);
        const difference = { name, here: ruleValue(here, name), there: ruleValue(there, name) };
        const sentence = ruleSentence(difference, "A", "A");
        expect(sentence, name).toMatch(/^A [a-z].+; A [a-z].+\.$/);
        expect(sentence, name).not.toContain("undefined");
        const [first, second] = sentence.slice(0, -1).split("; ");
        expect(first === second, `${name}: ${sentence}`).toBe(false);
      }
});
