import type { PresetName } from "../spec/semantics-rules.ts";
import type { EmitClause } from "../sql/ast.ts";
import type { Refusal } from "./diagnostic-list.ts";
import { nativeRulesAdvice } from "./native-rules-advice.ts";

/** What an engine does not let one do with a result as a whole, or what is not run under its rules; null: nothing stands against it. */
export interface ResultLimits {
  readonly distinct: Refusal | null;
  readonly orderBy: Refusal | null;
  readonly offset: Refusal | null;
  /** LIMIT of rows that are updated or taken back. */
  readonly changingLimit: Refusal | null;
  /** ORDER BY … LIMIT of whatever rows. */
  readonly ranking: Refusal | null;
  readonly emitEvery: Refusal | null;
  /** Forms of EMIT that the engine does not have, but that say here what it does: with the words of a note. */
  readonly foreignEmits: Readonly<Partial<Record<EmitClause["kind"], ForeignEmit>>>;
}

/** What to say of EMIT in an engine that does not have it. */
export interface ForeignEmit {
  readonly message: string;
  readonly hint: string;
}

const nothing: ResultLimits = {
  distinct: null,
  orderBy: null,
  offset: null,
  changingLimit: null,
  ranking: null,
  emitEvery: null,
  foreignEmits: {},
};

const flinkEmit: ForeignEmit = {
  message: "Flink has no EMIT: it prints a window when it closes, as this says.",
  hint: "Leave it out: the result is the same.",
};

function unknown(code: string, engine: string, clause: string): Refusal {
  return {
    code,
    message: `${engine} has no ${clause}.`,
    hint: `Leave it out, ${nativeRulesAdvice}`,
  };
}

/** Engines whose LIMIT is an operator that keeps the first rows up to date when rows before them change. */
const maintained = {
  changingLimit: {
    code: "UNSUPPORTED_CHANGING_LIMIT",
    message: "The rows of this result change, and a LIMIT that is kept up to date with them is not run yet.",
    hint: `Leave LIMIT out, ${nativeRulesAdvice}`,
  },
  ranking: {
    code: "UNSUPPORTED_RANKING",
    message: "ORDER BY … LIMIT is a ranking under these rules, kept up to date, which is not run yet.",
    hint: `Leave LIMIT out, ${nativeRulesAdvice}`,
  },
};

export const resultLimits: Readonly<Record<PresetName, ResultLimits>> = {
  velostream: nothing,
  ksqldb: {
    ...nothing,
    distinct: unknown("UNSUPPORTED_DISTINCT", "ksqlDB", "SELECT DISTINCT"),
    orderBy: unknown("UNSUPPORTED_ORDER_BY", "ksqlDB", "ORDER BY of a stream"),
    offset: unknown("UNSUPPORTED_OFFSET", "ksqlDB", "OFFSET"),
    emitEvery: unknown("UNSUPPORTED_EMIT_EVERY", "ksqlDB", "EMIT EVERY"),
    foreignEmits: {
      "on-window-close": {
        message: "ksqlDB has no EMIT ON WINDOW CLOSE; its EMIT FINAL says the same.",
        hint: "Write EMIT FINAL.",
      },
    },
  },
  flink: {
    ...nothing,
    ...maintained,
    emitEvery: unknown("UNSUPPORTED_EMIT_EVERY", "Flink", "EMIT EVERY"),
    foreignEmits: { final: flinkEmit, "on-window-close": flinkEmit },
  },
  risingwave: {
    ...nothing,
    ...maintained,
    emitEvery: unknown("UNSUPPORTED_EMIT_EVERY", "RisingWave", "EMIT EVERY"),
    foreignEmits: {
      changes: {
        message: "RisingWave has no EMIT CHANGES: without EMIT it prints every change, as this says.",
        hint: "Leave it out: the result is the same.",
      },
      final: {
        message: "RisingWave has no EMIT FINAL; its EMIT ON WINDOW CLOSE says the same.",
        hint: "Write EMIT ON WINDOW CLOSE.",
      },
    },
  },
};
