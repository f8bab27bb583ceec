import type { ColumnBuffer } from "../../data/column-buffer.ts";
import type { DataType } from "../../data/data-type.ts";
import { BooleanReader } from "./boolean-reader.ts";
import { DateReader } from "./date-reader.ts";
import { DoubleReader } from "./double-reader.ts";
import { ExactReader } from "./exact-reader.ts";
import type { FieldRun } from "./field-run.ts";
import { IntervalReader } from "./interval-reader.ts";
import { NestedReader } from "./nested-reader.ts";
import { StringReader } from "./string-reader.ts";
import { TimestampReader } from "./timestamp-reader.ts";

/**
 * Reads the fields of one column into its buffer. One class a type, each with a loop of its own: a shared loop would
 * call a different reader for every field and lose most of its speed.
 */
export interface ColumnReader {
  readonly buffer: ColumnBuffer;
  /** Row `i` of the run goes to `into + i`. What cannot be read is refused in the run. */
  read(run: FieldRun, into: number): void;
}

/** @param column index in the schema. */
export function createReader(type: DataType, column: number): ColumnReader {
  switch (type.kind) {
    case "BOOLEAN":
      return new BooleanReader(column);
    case "BIGINT":
    case "DECIMAL":
      return new ExactReader(type, column);
    case "DOUBLE":
      return new DoubleReader(column);
    case "STRING":
      return new StringReader(column);
    case "TIMESTAMP":
      return new TimestampReader(column);
    case "DATE":
      return new DateReader(column);
    case "INTERVAL":
      return new IntervalReader(column);
    case "ARRAY":
    case "MAP":
    case "STRUCT":
      return new NestedReader(type, column);
  }
}
