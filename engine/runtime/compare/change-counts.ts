import { CHANGE_KINDS, type ChangeKind } from "../../data/change.ts";
import type { QueryRun } from "../query-run.ts";

/** The rows of a changelog, those among them that are kept no more. */
export interface ChangeCounts {
  readonly rows: number;
  readonly kinds: Readonly<Record<ChangeKind, number>>;
}

/** Counts the first rows of a changelog. */
export function changeCounts({ changes }: QueryRun, rowsOut: number): ChangeCounts {
  const counts = changes.kinds(rowsOut);
  const kinds = Object.fromEntries(CHANGE_KINDS.map((kind, at) => [kind, counts[at]!]));
  return { rows: rowsOut, kinds: kinds as Record<ChangeKind, number> };
}

/** Whether two changelogs have as many rows of each kind. */
export function sameCounts(a: ChangeCounts, b: ChangeCounts): boolean {
  return a.rows === b.rows && CHANGE_KINDS.every((kind) => a.kinds[kind] === b.kinds[kind]);
}
