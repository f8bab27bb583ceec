import type { Column } from "../data/column.ts";
import type { RecordHeader } from "../data/record-status.ts";
import { mergeWarnings, type WarningCounts } from "../expression/warning-counts.ts";
import type { PartitionOutput } from "../partition/partition-state-manager.ts";
import type { ProjectQuery } from "../plan/physical-plan.ts";
import type { OutputBatch } from "./output-batch.ts";
import { projectRecords } from "./project-records.ts";
import type { RecordArguments } from "./record-arguments.ts";
import { type Copies, CopyFilter, CopyMaker, everyRow } from "./record-copies.ts";
import type { RecordFates } from "./record-fates.ts";
import { RowEvaluator } from "./row-evaluator.ts";

/** What a stage shares with the rest of its partition. */
export interface SharedByStage {
  readonly args: RecordArguments;
  readonly fates: RecordFates;
  /** By seq. */
  readonly warnings: WarningCounts;
}

/** The SELECT list of one partition over single records, or over their copies in windows. */
export class ProjectStage {
  /** Records that reached a result. */
  counted = 0;
  readonly #partition: number;
  readonly #shared: SharedByStage;
  readonly #maker: CopyMaker | null;
  readonly #filter: CopyFilter | null;
  readonly #judged: number | null;
  readonly #evaluator: RowEvaluator;

  constructor(partition: number, { projection, copies, judged }: ProjectQuery, shared: SharedByStage) {
    const filter = copies?.filter ?? null;
    this.#partition = partition;
    this.#judged = judged;
    this.#shared = shared;
    this.#maker = copies && new CopyMaker(copies, filter === null ? projection : [...projection, filter]);
    this.#filter = copies && filter && new CopyFilter(copies, filter);
    this.#evaluator = new RowEvaluator(copies === null ? [] : projection);
  }

  /** @returns The rows of the records that were handed on, or null where there are none. */
  take(header: RecordHeader, columns: readonly Column[], passed: PartitionOutput): OutputBatch | null {
    if (passed.count === 0) return null;
    if (this.#maker !== null) return this.#copy(this.#maker, header, columns, passed);
    this.counted += passed.count;
    const found: WarningCounts = new Map();
    const seen = this.#judged === null ? columns : withJudged(columns, this.#judged, header.length, passed);
    const projected = this.#shared.args.ofProjection(seen, passed, found);
    mergeWarnings(this.#shared.warnings, found, (row) => header.base + row);
    return projectRecords(this.#partition, header, passed, projected);
  }

  #copy(
    maker: CopyMaker,
    header: RecordHeader,
    columns: readonly Column[],
    { rows, judged, count }: PartitionOutput,
  ): OutputBatch | null {
    const copies = maker.make(columns, header.eventTime, rows, 0, count);
    const judgedBy = this.#judgedBy(copies, rows, judged, count);
    const kept = this.#filter ? this.#filter.passed(copies, new Map()) : everyRow(copies.count);
    if (kept.length === 0) return null;
    const found: WarningCounts = new Map();
    const projected = this.#evaluator.dense(copies.columns, kept, kept.length, found);
    mergeWarnings(this.#shared.warnings, found, (copy) => header.base + copies.rows[copy]!);
    const leaving = {
      rows: kept.map((copy) => copies.rows[copy]!),
      judged: Float64Array.from(kept, (copy) => judgedBy[copy]!),
      count: kept.length,
    };
    return projectRecords(this.#partition, header, leaving, projected);
  }

  /** Counts the records, those apart that lie between windows. @returns Of each copy what judged its record. */
  #judgedBy(copies: Copies, rows: Int32Array, judged: Float64Array, count: number): Float64Array {
    const judgedBy = new Float64Array(copies.count);
    let at = 0;
    for (let i = 0; i < count; i++) {
      const from = at;
      for (; at < copies.count && copies.rows[at] === rows[i]; at++) judgedBy[at] = judged[i]!;
      if (at > from) this.counted++;
      else this.#shared.fates.onNoWindow(rows[i]!, judged[i]!);
    }
    return judgedBy;
  }
}

/** Adds the column of what judged each record behind those of a record. */
function withJudged(
  columns: readonly Column[],
  index: number,
  length: number,
  { rows, judged, count }: PartitionOutput,
): readonly Column[] {
  const values = new Float64Array(length);
  const validity = new Uint8Array(length);
  for (let i = 0; i < count; i++) {
    const isSet = judged[i]! > -Infinity;
    values[rows[i]!] = isSet ? judged[i]! : 0;
    validity[rows[i]!] = isSet ? 1 : 0;
  }
  const seen = columns.slice(0, index);
  seen[index] = { kind: "number", values, exact: null, validity };
  return seen;
}
