/** Which records a function over a window sees, and when its row leaves; times in ms. semantics.md, section 4 "ROWS". */
export interface OverSpec {
  /** Whether a record's row leaves when it arrives, or when the watermark passes its event time. */
  readonly leaves: "on-arrival" | "at-watermark";
  /** The newest records of a group that are kept, at least 1; null: as many as the frame needs. */
  readonly bufferRows: number | null;
  /** One for each key; none: by arrival. */
  readonly order: readonly OverOrder[];
  readonly frame: FrameSpec;
  /** ms without a record of the group after which its buffer is empty; null: never. */
  readonly expireAfter: number | null;
  /** Whether a record prints its row only when the buffer is full. */
  readonly onlyFull: boolean;
}

export interface OverOrder {
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/**
 * The records of the buffer that are aggregated, by their distance before the current one: in rows, or in units of the
 * one order key, where records with equal keys share their frame.
 */
export interface FrameSpec {
  readonly unit: "rows" | "range";
  /** null: from the first on. */
  readonly start: number | null;
  /** 0: up to the current record (and those with an equal key); null: up to the last of the buffer. */
  readonly end: number | null;
}
