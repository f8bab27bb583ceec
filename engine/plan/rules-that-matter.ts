import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import { groupKeysOf, type PhysicalPlan } from "./physical-plan.ts";

/** A rule of the table; one of a group of rules is named with its group: `session.shownEnd`. */
export type RuleName = {
  [Name in keyof SemanticsRules]: SemanticsRules[Name] extends object
    ? `${Name}.${keyof SemanticsRules[Name] & string}`
    : Name;
}[keyof SemanticsRules];

/** What a preset says by a rule. */
export type RuleValue<Name extends RuleName> = Name extends keyof SemanticsRules
  ? SemanticsRules[Name]
  : Name extends `${infer Group extends keyof SemanticsRules}.${infer Rule}`
    ? SemanticsRules[Group][Rule & keyof SemanticsRules[Group]]
    : never;

/** Compiles the one query under other rules; null where it cannot be bound under them. */
export type CompileUnder = (rules: SemanticsRules) => PhysicalPlan | null;

/** Two plans of one query, each with what it is compiled by. */
export interface PlannedSide {
  readonly plan: PhysicalPlan;
  readonly compile: CompileUnder;
}

/**
 * The rules in which two plans of one query differ and that can matter to its result.
 * @param giveWay called behind each rule, for each compiles the query. @throws What `giveWay` throws.
 */
export async function rulesThatMatter(
  here: PlannedSide,
  there: PlannedSide,
  giveWay: () => Promise<void>,
): Promise<readonly RuleName[]> {
  const names: RuleName[] = [];
  for (const name of differingRules(here.plan.rules, there.plan.rules)) {
    if (ruleMatters(name, here, there)) names.push(name);
    await giveWay();
  }
  return names;
}

/**
 * Whether a rule in which two plans of one query differ can matter to its result: it makes another plan, or the runtime asks
 * for it where the plan holds what it decides about. What the query itself says cannot differ. Compiles the query twice.
 */
function ruleMatters(name: RuleName, here: PlannedSide, there: PlannedSide): boolean {
  if (idle[name]?.(here.plan) === true && idle[name](there.plan)) return false;
  return (
    asks[name]?.(here.plan) === true ||
    asks[name]?.(there.plan) === true ||
    plansOther(here, name, there.plan.rules) ||
    plansOther(there, name, here.plan.rules)
  );
}

/** In the order of the table. */
export function differingRules(here: SemanticsRules, there: SemanticsRules): readonly RuleName[] {
  return namesIn(here).filter((name) => ruleValue(here, name) !== ruleValue(there, name));
}

export function ruleValue<Name extends RuleName>(rules: SemanticsRules, name: Name): RuleValue<Name> {
  const [group, rule] = name.split(".") as [string, string?];
  const value = (rules as unknown as Table)[group]!;
  return (rule === undefined ? value : (value as Table)[rule]) as RuleValue<Name>;
}

/** `rules` with those named as they are in `others`. */
export function switchRules(
  rules: SemanticsRules,
  others: SemanticsRules,
  names: Iterable<RuleName>,
): SemanticsRules {
  const switched = structuredClone(rules) as unknown as Table;
  for (const name of names) {
    const [group, rule] = name.split(".") as [string, string?];
    if (rule === undefined) switched[group] = ruleValue(others, name);
    else (switched[group] as Table)[rule] = ruleValue(others, name);
  }
  return switched as unknown as SemanticsRules;
}

type Table = Record<string, unknown>;

function namesIn(rules: SemanticsRules): readonly RuleName[] {
  const names = Object.entries(rules).flatMap(([name, value]) =>
    typeof value === "object" && value !== null
      ? Object.keys(value).map((rule) => `${name}.${rule}`)
      : [name],
  );
  return names as RuleName[];
}

/** A rule under which alone the query cannot be bound decides something too. */
function plansOther({ plan, compile }: PlannedSide, name: RuleName, others: SemanticsRules): boolean {
  const other = compile(switchRules(plan.rules, others, [name]));
  return other === null || textOf(other) !== textOf(plan);
}

/** Plans are plain data. */
function textOf(plan: PhysicalPlan): string {
  return JSON.stringify({ ...plan, rules: null }, (_, value: unknown) =>
    typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
      ? `${typeof value} ${value}`
      : value,
  );
}

type Asks = (plan: PhysicalPlan) => boolean;

const dropsLateRecords: Asks = ({ late, rules }) => late.action === "drop" && rules.lateUnit === "record";
const goesByTime: Asks = (plan) =>
  dropsLateRecords(plan) || isWindowed(plan.query) || plan.query.kind === "over";
const windowed: Asks = ({ query }) => isWindowed(query);
const over: Asks = ({ query }) => query.kind === "over";
const ofSessions: Asks = ({ query }) => query.kind === "aggregate" && query.window?.kind === "session";
const isCut: Asks = ({ result }) => result.limit !== null || result.offset > 0;

/** What the runtime asks of the rules, and where the answer can change rows or what becomes of a record. */
const asks: Partial<Record<RuleName, Asks>> = {
  clock: goesByTime,
  lateUnit: goesByTime,
  filterBeforeClock: (plan) => plan.filter !== null && goesByTime(plan),
  closeDelay: (plan) => windowed(plan) || over(plan),
  expireDelay: windowed,
  closesAfterLateness: (plan) => windowed(plan) && plan.late.allowedLateness > 0,
  refusesNegativeTime: ({ time }) => time.eventTime !== null,
  skipsNullKeys: ({ query }) => groupKeysOf(query).length > 0,
  nullTime: ({ time }) => time.eventTime !== null,
  overLateBy: ({ query }) =>
    query.kind === "over" && query.windows.every(({ spec }) => spec.frame.start !== null),
  peersShareLag: ({ query }) =>
    query.kind === "over" && query.functions.some((each) => each.kind === "place" && each.place === "lag"),
  endOfInputFires: (plan) => windowed(plan) || over(plan),
  // Rows in another order are other rows only where some are cut off.
  closeOrder: isCut,
  updateBefore: ({ query }) => query.kind === "aggregate",
  unchangedEmits: ({ query }) => query.kind === "aggregate",
  ...Object.fromEntries(
    ["closes", "closeDelay", "retracts", "outlivesClose"].map((rule) => [`session.${rule}`, ofSessions]),
  ),
  havingExit: (plan) => plan.query.kind === "aggregate" && plan.query.having !== null,
};

const isOneLane: Asks = ({ partitioning, time }) => partitioning.partitions === 1 && time.splits === 1;
const isWithout =
  (...names: readonly string[]): Asks =>
  ({ query }) =>
    callsIn(query).every(({ name }) => !names.includes(name));

function callsIn(query: PhysicalPlan["query"]): readonly AggregateCall[] {
  if (query.kind === "over")
    return query.functions.flatMap((each) => (each.kind === "aggregate" ? [each.call] : []));
  return query.kind === "aggregate" ? query.aggregates : [];
}

/** Groups without a window see no watermark; single records may select it. */
const isTimeless: Asks = (plan) => plan.query.kind === "aggregate" && !goesByTime(plan);

/** Where a rule changes what stands in a plan, and decides nothing all the same. */
const idle: Partial<Record<RuleName, Asks>> = {
  ...Object.fromEntries(
    ["clock", "lateUnit", "defaultBound", "defaultMinAdvance", "ignoresBound", "lateAction"].map((rule) => [
      rule,
      isTimeless,
    ]),
  ),
  // Windows alone are kept for late records.
  streamsDeclareLateness: ({ query }) => !isWindowed(query),
  defaultLateness: ({ query }) => !isWindowed(query),
  watermarkScope: (plan) => isOneLane(plan) || isTimeless(plan),
  defaultIdleTimeout: (plan) => isOneLane(plan) || plan.watermark.scope === "partition" || isTimeless(plan),
  averageRounding: isWithout("avg"),
  sumOverflow: isWithout("sum"),
};

function isWindowed(query: PhysicalPlan["query"]): boolean {
  return query.kind === "aggregate" && query.window !== null;
}
