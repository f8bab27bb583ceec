import { expect, test } from "vitest";
import type { RuleName } from "../../plan/rules-that-matter.ts";
import { explainDifferences, type Side, type Trial } from "./explain-differences.ts";

const rules: readonly RuleName[] = ["clock", "lateUnit", "lateAction", "defaultLateness"];

/** A trial over differences that are gone where a condition holds of what is switched. */
function trialOf(...conditions: readonly ((side: Side, switched: ReadonlySet<RuleName>) => boolean)[]): {
  readonly trial: Trial;
  readonly made: () => number;
} {
  let made = 0;
  return {
    trial: (side, switched) => {
      made++;
      return Promise.resolve(
        Uint8Array.from(conditions, (condition) => Number(condition(side, new Set(switched)))),
      );
    },
    made: () => made,
  };
}

const whenAll =
  (...names: readonly RuleName[]) =>
  (side: Side, switched: ReadonlySet<RuleName>): boolean =>
    side === "here" ? names.every((name) => switched.has(name)) : names.some((name) => switched.has(name));

test("a rule that makes the difference alone is named", async () => {
  const { trial } = trialOf(whenAll("lateUnit"));
  expect(await explainDifferences(1, rules, trial, 64)).toEqual([["lateUnit"]]);
});

test("a rule that does it from either side goes before one that does it from one side alone", async () => {
  const { trial } = trialOf(
    (side, switched) => (side === "here" && switched.has("lateAction")) || switched.has("defaultLateness"),
  );
  expect(await explainDifferences(1, rules, trial, 64)).toEqual([["defaultLateness"]]);
});

test("of several rules that would do, the one that explains most is named", async () => {
  const { trial } = trialOf(
    (_, switched) => switched.has("clock") || switched.has("lateAction"),
    (_, switched) => switched.has("lateAction"),
  );
  expect(await explainDifferences(2, rules, trial, 64)).toEqual([["lateAction"], ["lateAction"]]);
});

test("a rule that is named already goes before others that would do as well", async () => {
  const { trial } = trialOf(
    (_, switched) => switched.has("lateAction"),
    (side, switched) => side === "here" && (switched.has("clock") || switched.has("lateAction")),
  );
  expect(await explainDifferences(2, rules, trial, 64)).toEqual([["lateAction"], ["lateAction"]]);
});

test("rules that only make it together are named together, and no others", async () => {
  const { trial } = trialOf((side, switched) =>
    side === "here"
      ? switched.has("clock") && switched.has("lateAction")
      : switched.has("clock") && switched.has("lateAction") && switched.has("lateUnit"),
  );
  expect(await explainDifferences(1, rules, trial, 64)).toEqual([["clock", "lateAction"]]);
});

test("of rules that make it together, those that are named already are named again", async () => {
  const { trial } = trialOf(
    whenAll("clock"),
    (side, switched) =>
      side === "here" && switched.has("lateUnit") && (switched.has("clock") || switched.has("lateAction")),
  );
  expect(await explainDifferences(2, rules, trial, 64)).toEqual([["clock"], ["clock", "lateUnit"]]);
});

test("a difference that stays with all rules switched is explained by none, and keeps others from nothing", async () => {
  const { trial } = trialOf(() => false, whenAll("clock"));
  expect(await explainDifferences(2, rules, trial, 64)).toEqual([[], ["clock"]]);
});

test("rules under which the query cannot be bound explain nothing, and trials are bounded", async () => {
  const none: Trial = () => Promise.resolve(null);
  expect(await explainDifferences(1, rules, none, 64)).toEqual([[]]);
  const never = trialOf(...Array.from({ length: 100 }, () => () => false));
  await explainDifferences(100, rules, never.trial, 20);
  expect(never.made()).toBeLessThanOrEqual(20);
  const nothing = trialOf();
  expect(await explainDifferences(0, rules, nothing.trial, 20)).toEqual([]);
  expect(nothing.made()).toBe(0);
});
