import type { OverFunction } from "../../aggregate/over-function.ts";
import type { DataType } from "../../data/data-type.ts";
import type { OverSpec } from "../../spec/over-spec.ts";

/** What of a query with OVER the operator knows. Columns are those that the query computes of each record, by index. */
export interface OverRules {
  readonly columns: readonly DataType[];
  readonly windows: readonly WindowColumns[];
  readonly functions: readonly FunctionColumns[];
  /** Columns that the SELECT list reads beside the functions' results. */
  readonly carried: readonly number[];
  /** Whether rows wait for the watermark; it is the same for all windows. */
  readonly waits: boolean;
  /** ms: the row of a record with event time t leaves when watermark >= t + leaveDelay. */
  readonly leaveDelay: number;
  /** Whether a record is too late when a later one of its group has left, and not by the watermark. */
  readonly lateByGroup: boolean;
  /** Whether LAG of records with equal times counts from the last of them. */
  readonly peersShareLag: boolean;
}

export interface WindowColumns {
  readonly spec: OverSpec;
  /** Columns of its group; null: the group by which the records are spread. */
  readonly keys: readonly number[] | null;
  readonly order: readonly number[];
}

export interface FunctionColumns {
  readonly over: OverFunction;
  readonly columns: readonly number[];
}

/** Records that passed the late verdict, in order of arrival. */
export interface OverInput {
  /** Seq of row 0. */
  readonly base: number;
  /** Event and arrival time of each row, ms. */
  readonly times: Float64Array;
  readonly arrival: Float64Array;
  /** Rows that are offered, and the watermark by which each is judged. */
  readonly rows: Int32Array;
  readonly judged: Float64Array;
  /** Id of the group of each row. */
  readonly keys: Int32Array;
}
