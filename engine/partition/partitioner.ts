import type { RecordHeader } from "../data/record-status.ts";

/** Finds the logical partition of every record, on every thread alike. semantics.md, section 2. */
export interface Partitioner {
  /** @param out gets the partition of records 0 … length - 1; -1 where malformed. */
  route(header: RecordHeader, out: Int32Array): void;
}
