/** No slot. */
export const NONE = -1;

/** Which group of which window each slot holds the state of. */
export interface GroupSlots {
  /** Slots that exist; accumulators must have as many. */
  readonly capacity: number;
  /** Of each slot: its group, the number of its window, its lowest contributing seq. */
  readonly key: Int32Array;
  readonly window: Float64Array;
  readonly first: Float64Array;
  /** Of each slot: what the changelog shows of it; see visibility.ts. */
  readonly shown: Uint8Array;
}
