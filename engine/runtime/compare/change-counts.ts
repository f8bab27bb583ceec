import { CHANGE_KINDS, type ChangeKind } from "../../data/change.ts";
import type { QueryRun } from "../query-run.ts";
import type { GiveWay } from "./give-way.ts";

/** Rows that are counted before others get their turn. */
const PIECE = 8_192;

/** The rows of a changelog. */
export interface ChangeCounts {
  readonly rows: number;
  /** Of those that are kept. */
  readonly kinds: Readonly<Record<ChangeKind, number>>;
}

/** Counts the first rows of a changelog. */
export async function changeCounts(
  { changes }: QueryRun,
  rowsOut: number,
  giveWay: GiveWay,
): Promise<ChangeCounts> {
  const counts = CHANGE_KINDS.map(() => 0);
  for (let from = changes.firstKept; from < rowsOut; from += PIECE) {
    changes.visit(from, Math.min(rowsOut, from + PIECE), (output, row) => {
      counts[output.kind[row]!]!++;
    });
    await giveWay();
  }
  const kinds = Object.fromEntries(CHANGE_KINDS.map((kind, at) => [kind, counts[at]!]));
  return { rows: rowsOut, kinds: kinds as Record<ChangeKind, number> };
}

/** Whether two changelogs have as many rows of each kind. */
export function sameCounts(a: ChangeCounts, b: ChangeCounts): boolean {
  return a.rows === b.rows && CHANGE_KINDS.every((kind) => a.kinds[kind] === b.kinds[kind]);
}
