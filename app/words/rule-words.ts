import type { RuleDifference, RuleName, RuleValue } from "../../engine/client/types.ts";
import { setting } from "./clock.ts";

/** A rule in a few words, and what an engine does by one of its values, as a clause behind the engine's name. */
interface RuleWords<Value> {
  readonly label: string;
  readonly does: (value: Value) => string;
}

const either =
  (whenTrue: string, whenFalse: string): ((value: boolean) => string) =>
  (value) =>
    value ? whenTrue : whenFalse;

const oneOf =
  <Value extends string>(words: Readonly<Record<Value, string>>): ((value: Value) => string) =>
  (value) =>
    words[value];

const words: { readonly [Name in RuleName]: RuleWords<RuleValue<Name>> } = {
  clock: {
    label: "clock order",
    does: oneOf({
      "observe-first": "moves the watermark by a record before it judges it",
      "judge-first": "judges a record before the watermark moves by it",
    }),
  },
  watermarkScope: {
    label: "whose watermark",
    does: oneOf({
      partition: "keeps a watermark for each partition",
      source: "keeps one watermark, held back by the slowest split of the source",
    }),
  },
  lateUnit: {
    label: "what is late",
    does: oneOf({
      record: "calls a record late that is behind the watermark",
      window: "judges each window, so that a record is late once its windows have expired",
    }),
  },
  defaultBound: {
    label: "default bound",
    does: (bound: number | null) =>
      bound === null
        ? "has no watermark where none is declared"
        : `keeps the watermark ${setting(bound)} behind where nothing else is said`,
  },
  defaultMinAdvance: {
    label: "least advance",
    does: (advance) =>
      advance === 0
        ? "moves the watermark by any amount"
        : `moves the watermark only by more than ${setting(advance)}`,
  },
  defaultIdleTimeout: {
    label: "idle timeout",
    does: (timeout) =>
      timeout === null
        ? "waits for ever for what is quiet"
        : `no longer waits for what was quiet for ${setting(timeout)}`,
  },
  declaredAboveZero: {
    label: "first watermark",
    does: either(
      "sets the watermark that WATERMARK FOR declares only once it is above 0, in 1970",
      "sets the watermark with the first record, whenever that was",
    ),
  },
  ignoresBound: {
    label: "bound",
    does: either(
      "goes by the newest event time itself, without a bound",
      "keeps the watermark a bound behind the newest event time",
    ),
  },
  lateAction: {
    label: "late records",
    does: oneOf({
      drop: "drops a late record",
      process_with_warning: "marks a late record and hands it on to its windows",
      process_all: "hands a late record on to its windows",
    }),
  },
  filterBeforeClock: {
    label: "WHERE and time",
    does: either(
      "lets no record move time that WHERE removes",
      "lets records move the watermark that WHERE removes",
    ),
  },
  windowedEmission: {
    label: "default emission",
    does: oneOf({
      changes: "prints a window at each change where nothing is said",
      final: "prints a window at its close where nothing is said",
    }),
  },
  streamsDeclareLateness: {
    label: "declared lateness",
    does: either(
      "lets a stream declare how long closed windows are kept",
      "keeps closed windows only as long as the query itself says",
    ),
  },
  defaultLateness: {
    label: "default lateness",
    does: oneOf({
      "half-size": "keeps a closed window for half its size, a session for its gap",
      "rest-of-day-until-final": "keeps a window for a day, under EMIT FINAL not at all",
      none: "keeps no closed window",
    }),
  },
  closeDelay: {
    label: "when windows close",
    does: (delay) =>
      delay === 0
        ? "closes a window when the watermark reaches its end"
        : `closes a window ${setting(-delay)} before the watermark reaches its end`,
  },
  closesAfterLateness: {
    label: "closing after lateness",
    does: either("closes a window only when its lateness is over", "closes a window at its end"),
  },
  expireDelay: {
    label: "when windows expire",
    does: (delay) =>
      delay === 0
        ? "lets a window expire when its lateness is over"
        : `lets a window expire ${setting(-delay)} before its lateness is over`,
  },
  refusesNegativeTime: {
    label: "times before 1970",
    does: either("refuses event times before 1970", "takes event times before 1970"),
  },
  skipsNullKeys: {
    label: "NULL keys",
    does: either("skips records whose key is NULL", "groups records whose key is NULL"),
  },
  nullTime: {
    label: "NULL event time",
    does: oneOf({
      malformed: "sets a record without an event time aside as malformed",
      fails: "ends the run at a record without an event time",
      late: "drops a record without an event time as soon as a watermark is set",
    }),
  },
  emptySumIsZero: {
    label: "SUM of nothing",
    does: either("makes 0 of a sum without values", "makes NULL of a sum without values"),
  },
  collectsNulls: {
    label: "NULLs in lists",
    does: either("collects NULLs too", "collects no NULLs"),
  },
  firstMayBeNull: {
    label: "first and last",
    does: either("takes NULL for a first or last value", "passes over NULL for a first or last value"),
  },
  overMayBeNull: {
    label: "first and last in a frame",
    does: either(
      "takes NULL for a first or last value of a frame",
      "passes over NULL for a first or last value of a frame",
    ),
  },
  overLateBy: {
    label: "late for a frame",
    does: oneOf({
      watermark: "calls a record too late for a frame by the watermark",
      group: "calls a record too late for a frame by the rows of its group that have left",
    }),
  },
  peersShareLag: {
    label: "LAG of equals",
    does: either(
      "lets records of one time share their LAG",
      "counts LAG from each record, also among equal times",
    ),
  },
  sumOfBigint: { label: "SUM of BIGINT", does: (type) => `makes a ${type} of SUM over BIGINT` },
  averageOfBigint: {
    label: "AVG of BIGINT",
    does: (type) =>
      type === "BIGINT" ? "cuts AVG over BIGINT to a whole number" : `makes a ${type} of AVG over BIGINT`,
  },
  varianceOfBigint: {
    label: "variance of BIGINT",
    does: oneOf({
      DOUBLE: "makes a DOUBLE of variances over BIGINT",
      BIGINT: "cuts every step of a variance over BIGINT to a whole number",
    }),
  },
  averageOfDecimal: { label: "AVG of DECIMAL", does: (type) => `makes a ${type} of AVG over DECIMAL` },
  averageScale: {
    label: "digits of AVG",
    does: oneOf({
      "s+6": "gives AVG six digits more than its column",
      "max(6,s)": "gives AVG six digits, or as many as its column",
    }),
  },
  averageRounding: {
    label: "rounding of AVG",
    does: (rounding) => `rounds AVG ${rounding.replace("-", " ")}`,
  },
  sumOverflow: {
    label: "SUM beyond 64 bits",
    does: oneOf({
      null: "makes NULL of a sum beyond 64 bits",
      wrap: "lets a sum beyond 64 bits wrap around",
    }),
  },
  integerDivision: {
    label: "whole division",
    does: oneOf({
      DOUBLE: "divides whole numbers exactly, to a DOUBLE",
      "toward-zero": "cuts the quotient of whole numbers to a whole number",
    }),
  },
  nullIsLeast: {
    label: "order of NULL",
    does: either("sorts NULL before every value", "sorts NULL behind every value"),
  },
  updateBefore: {
    label: "update pairs",
    does: either("takes a row back before it prints the new one", "prints the new row alone"),
  },
  unchangedEmits: {
    label: "unchanged rows",
    does: either("prints a row also where nothing changed", "prints nothing where nothing changed"),
  },
  havingExit: {
    label: "leaving HAVING",
    does: oneOf({
      delete: "takes a row back that HAVING no longer lets through",
      tombstone: "prints a tombstone for a row that HAVING does not let through",
      "update-before": "withdraws a row that HAVING no longer lets through",
    }),
  },
  closeOrder: {
    label: "order at a close",
    does: oneOf({
      "end-start-first": "prints the groups of a close by their first record",
      "start-key": "prints the groups of a close by the bytes of their key",
      "end-key": "prints the groups of a close by the values of their key",
    }),
  },
  endOfInputFires: {
    label: "end of input",
    does: either(
      "closes what is open at the end of the input",
      "leaves open what is open at the end of the input",
    ),
  },
  "session.touchingJoins": {
    label: "records a gap apart",
    does: either(
      "joins records into one session that are exactly the gap apart",
      "parts records into two sessions that are exactly the gap apart",
    ),
  },
  "session.shownEnd": {
    label: "end of a session",
    does: oneOf({
      "last+gap": "shows a session's end a gap behind its last record",
      last: "shows a session's end at its last record",
    }),
  },
  "session.closes": {
    label: "when sessions close",
    does: oneOf({
      "after-end": "closes a session by the watermark alone",
      "after-next-record": "closes a session when a record of the next one has come",
    }),
  },
  "session.closeDelay": {
    label: "closing of sessions",
    does: (delay) =>
      delay > 0
        ? "closes a session when the watermark is beyond its end"
        : "closes a session just before the watermark reaches its end",
  },
  "session.retracts": {
    label: "rows of sessions",
    does: oneOf({
      moved: "takes back the row of a session whose bounds a record moves",
      joined: "prints a tombstone for every shown session that a record joins",
    }),
  },
  "session.outlivesClose": {
    label: "closed sessions",
    does: either(
      "lets a record in time open a closed session again",
      "lets no record join a closed session after its lateness",
    ),
  },
};

/** A rule in a few words: "clock order". */
export function ruleLabel(name: RuleName): string {
  return words[name].label;
}

/** "Flink judges a record before the watermark moves by it; Velostream moves …", for people. */
export function ruleSentence(difference: RuleDifference, here: string, there: string): string {
  return `${there} ${clause(difference.name, difference.there)}; ${here} ${clause(difference.name, difference.here)}.`;
}

function clause(name: RuleName, value: unknown): string {
  return (words[name].does as (value: unknown) => string)(value);
}
