import { columnOf } from "../data/column-buffer.ts";
import type { Value } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import type { Schema } from "../data/schema.ts";

/**
 * Records as the engine reads them.
 * @param records values in the order of the schema; null: unreadable.
 * @param size records in a batch, at least 1; the last batch may be shorter.
 */
export function batchesOf(
  schema: Schema,
  records: readonly (readonly Value[] | null)[],
  size: number,
): RecordBatch[] {
  const dictionaries = schema.map(() => new Dictionary());
  const batches: RecordBatch[] = [];
  for (let base = 0; base < records.length; base += size) {
    const part = records.slice(base, base + size);
    const columns = schema.map(({ type }, index) =>
      columnOf(
        type,
        part.map((record) => (record === null ? null : record[index]!)),
        dictionaries[index],
      ),
    );
    const unreadable = part.some((record) => record === null)
      ? Uint8Array.from(part, (record) => (record === null ? 1 : 0))
      : null;
    batches.push({ base, length: part.length, columns, unreadable });
  }
  return batches;
}
