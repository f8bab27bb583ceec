import type { DataType } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type { AggregateCall } from "./aggregate-call.ts";

/** A bound function over a window of records; `arguments` are evaluated over the stream's schema. */
export type OverFunction = OverAggregate | OverPlace | OverRank;

interface OfWindow {
  /** Index of its window in the query. */
  readonly window: number;
  readonly arguments: readonly Expression[];
  readonly type: DataType;
}

/** An aggregate of the records of the frame. */
export interface OverAggregate extends OfWindow {
  readonly kind: "aggregate";
  readonly call: AggregateCall;
}

/** The value of one record, found by its place. Arguments: the value, then what stands where there is no such record. */
export interface OverPlace extends OfWindow {
  readonly kind: "place";
  /** The first, the last or the nth of the frame, or a number of records before or behind the current one. */
  readonly place: "first" | "last" | "nth" | "lag" | "lead";
  /** n of nth (from 1), records of lag and lead. */
  readonly count: number;
}

/** The place of the current record in the buffer. */
export interface OverRank extends OfWindow {
  readonly kind: "rank";
  readonly rank: RankName;
  /** Of NTILE. */
  readonly buckets: number;
}

export type RankName = "row_number" | "rank" | "dense_rank" | "percent_rank" | "cume_dist" | "ntile";
