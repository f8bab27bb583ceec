import type { PresetName } from "../../engine/client/types.ts";
import { readQuery } from "../story/with-clause.ts";
import { optionIn, withOption } from "../story/with-option.ts";
import { PRESET_NAMES, PRESETS } from "../words/preset-name.ts";
import { annotationIn, withAnnotation } from "./with-annotation.ts";
import { emissionIn, withEmission } from "./with-emission.ts";
import { type WindowKind, windowKindIn, withWindowKind } from "./with-window-kind.ts";

export interface Choice {
  /** As it is written in the text; null: nothing is written. */
  readonly value: string | null;
  readonly label: string;
  readonly detail?: string;
}

/** Something that a visitor can choose without knowing how it is written. */
export interface RuleChoice {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  /** What the text says; null: nothing, or in another way. */
  readonly valueIn: (sql: string) => string | null;
  /** @returns The text that says it; null where the change is not safe. */
  readonly write: (sql: string, value: string | null) => string | null;
}

const presetDetails: Readonly<Record<PresetName, string>> = {
  velostream: "A watermark a partition; late records are marked and go on.",
  flink: "One watermark; what is late for all its windows is dropped.",
  ksqldb: "Stream time without a bound; windows wait for their grace.",
  risingwave: "One watermark; late records are dropped.",
};

type Written = Pick<RuleChoice, "valueIn" | "write">;

/** An option of WITH. */
function option(key: string): Written {
  return {
    valueIn: (sql) => optionIn(sql, key),
    write: (sql, value) => withOption(sql, key, value),
  };
}

/** A line above the query. */
function annotation(key: string): Written {
  return {
    valueIn: (sql) => annotationIn(sql, key),
    write: (sql, value) => (readQuery(sql) === null ? null : withAnnotation(sql, key, value)),
  };
}

const STRATEGY = "watermark.strategy";
const unsaid: Choice = { value: null, label: "By the rules" };

export const RULE_CHOICES: readonly RuleChoice[] = [
  {
    id: "rules",
    name: "rules",
    choices: [
      { value: null, label: "As written", detail: "The forms of the query tell whose SQL it is." },
      ...PRESETS.map((value) => ({ value, label: PRESET_NAMES[value], detail: presetDetails[value] })),
    ],
    ...option("semantics"),
  },
  {
    id: "window",
    name: "window",
    choices: [
      { value: "TUMBLING", label: "Tumbling", detail: "One behind the other." },
      { value: "SLIDING", label: "Hopping", detail: "Overlapping: a new one every step." },
      { value: "SESSION", label: "Session", detail: "As long as no gap comes between its records." },
      { value: "CUMULATE", label: "Cumulating", detail: "Growing by steps up to its size." },
    ],
    valueIn: windowKindIn,
    write: (sql, value) => (value === null ? null : withWindowKind(sql, value as WindowKind)),
  },
  {
    id: "emission",
    name: "rows",
    choices: [
      unsaid,
      { value: "CHANGES", label: "At each change", detail: "EMIT CHANGES" },
      { value: "FINAL", label: "At the close", detail: "EMIT FINAL" },
      { value: "EVERY 3 ROWS", label: "Every 3 rows", detail: "EMIT EVERY 3 ROWS, and at the close" },
      { value: "EVERY 2 SECONDS", label: "Every 2 s", detail: "EMIT EVERY 2 SECONDS, and at the close" },
    ],
    valueIn: emissionIn,
    write: withEmission,
  },
  {
    id: "late",
    name: "late records",
    choices: [
      unsaid,
      { value: "drop", label: "Drop them" },
      { value: "process_with_warning", label: "Mark them", detail: "They go on to their windows." },
      { value: "process_all", label: "Take them", detail: "They go on to their windows, unmarked." },
    ],
    ...option("late.data.strategy"),
  },
  {
    id: "watermark",
    name: "watermark",
    choices: [
      unsaid,
      {
        value: "bounded_out_of_orderness",
        label: "Bounded",
        detail: "A bound behind the newest event time.",
      },
      { value: "ascending_timestamps", label: "Ascending", detail: "Right behind the newest event time." },
      { value: "none", label: "None", detail: "Nothing is late, and nothing closes before the end." },
    ],
    valueIn: (sql) => optionIn(sql, STRATEGY),
    // Only a bounded watermark may say its bound.
    write: (sql, value) => {
      const text = withOption(sql, STRATEGY, value);
      const bounded = value === null || value === "bounded_out_of_orderness";
      return bounded || text === null ? text : withOption(text, "watermark.max_out_of_orderness", null);
    },
  },
  {
    id: "scope",
    name: "scope",
    choices: [
      unsaid,
      { value: "partition", label: "Each partition", detail: "Every partition has a watermark of its own." },
      { value: "source", label: "The source", detail: "One for all, held back by the slowest split." },
      {
        value: "global",
        label: "All partitions",
        detail: "One for all, held back by the slowest partition.",
      },
    ],
    ...option("watermark.scope"),
  },
  {
    id: "strategy",
    name: "spread by",
    choices: [
      { value: null, label: "As needed" },
      { value: "hash", label: "Hash of the key" },
      { value: "hash-velostream", label: "Velostream's hash" },
      { value: "sticky", label: "Sticky", detail: "A record stays with its split." },
      { value: "round_robin", label: "Round robin", detail: "In turn: one group is in several partitions." },
      { value: "fan_in", label: "Fan-in", detail: "All records in one partition." },
      { value: "smart", label: "Smart", detail: "Sticky where the source is keyed so already, else hash." },
    ],
    ...annotation("partitioning_strategy"),
  },
  {
    id: "partitions",
    name: "partitions",
    choices: [
      { value: null, label: "As declared" },
      ...["1", "2", "3", "4", "8"].map((value) => ({ value, label: value })),
    ],
    ...annotation("num_partitions"),
  },
];
