import type { ColumnBuffer } from "../../data/column-buffer.ts";
import type { FrameMoves } from "./frame-moves.ts";

/** A function of the records of a frame, which it follows through its moves; state by slot. */
export interface FrameFunction {
  /** Makes slots 0 … count - 1 exist. New ones are empty. */
  reserve(count: number): void;
  /** Writes the result after each move to row 0, 1 …; NULL for a record that the window did not take. */
  follow(moves: FrameMoves, out: ColumnBuffer): void;
}
