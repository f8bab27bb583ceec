import { create } from "zustand";
import type { Comparison, PresetName } from "../../engine/client/types.ts";

/** Which part of a comparison is shown. */
export type ComparedPart = "differences" | "rows" | "records";

/** The query beside itself under other rules: what the visitor chose, and what the engine found last. */
export interface CompareState {
  /** Whose rules stand beside those of the run; null: not chosen yet. */
  readonly other: PresetName | null;
  readonly part: ComparedPart;
  readonly comparison: Comparison | null;
  /** Grows with every answer of the engine: rows are pulled anew. */
  readonly answers: number;
  /** What the engine is asked at the moment. */
  readonly work: "comparing" | "explaining" | null;
  /** Why it did not answer, for people; else null. */
  readonly fault: string | null;
}

export const useCompare = create<CompareState>(() => ({
  other: null,
  part: "differences",
  comparison: null,
  answers: 0,
  work: null,
  fault: null,
}));

/** The preset that is compared with: the visitor's choice, unless it is the run's own. */
export function otherPreset(other: PresetName | null, own: PresetName): PresetName {
  if (other !== null && other !== own) return other;
  return own === "flink" ? "velostream" : "flink";
}
