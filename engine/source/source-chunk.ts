import type { RecordBatch } from "../data/record-batch.ts";
import type { MalformedRow } from "./malformed-row.ts";

/** What parsers and generators hand on: the next run of records of one stream, and which of them could not be read. */
export interface SourceChunk {
  readonly batch: RecordBatch;
  /** In order of seq. Fewer than `batch.unreadable` marks once MALFORMED_ROWS_KEPT were handed on. */
  readonly malformed: readonly MalformedRow[];
}

/** Records of a chunk at full speed. */
export const CHUNK_ROWS = 8_192;
