import { earlier, type WarningCode, type WarningCounts } from "../expression/warning-counts.ts";
import { AppendColumn } from "./trace/append-column.ts";

/** Values of one kind that could not be computed and are NULL instead, up to a position. */
export interface ValueWarning {
  readonly code: WarningCode;
  /** At least 1. */
  readonly count: number;
  /** Seq of the first record that it happened at; Infinity: at the end of input. */
  readonly seq: number;
  /** What was computed there: `5 / 0`. */
  readonly example: string;
}

interface Found {
  readonly example: string;
  /** Ascending; a record stands there once for each of its values. */
  readonly seqs: AppendColumn<Float64Array>;
}

/** What went wrong with values over a whole run, by record: 8 bytes each, for ever. */
export class ValueWarnings {
  readonly #found = new Map<WarningCode, Found>();

  /** @param parts what each place of the run found in the records behind those known so far; rows are seqs. */
  append(parts: readonly WarningCounts[]): void {
    const codes = new Set(parts.flatMap((part) => [...part.keys()]));
    for (const code of codes) {
      const all = parts.flatMap((part) => part.get(code) ?? []);
      const first = all.reduce(earlier);
      let found = this.#found.get(code);
      if (!found) {
        found = { example: first.example, seqs: new AppendColumn(new Float64Array(0)) };
        this.#found.set(code, found);
      }
      const seqs = Float64Array.from(all.flatMap(({ rows }) => rows)).sort();
      found.seqs.append(seqs, seqs.length);
    }
  }

  /** @param read records; Infinity: the end of input too. @returns Those up to there, the most frequent first. */
  before(read: number): readonly ValueWarning[] {
    const warnings: ValueWarning[] = [];
    for (const [code, { example, seqs }] of this.#found) {
      const count = read === Infinity ? seqs.end : seqs.lowerBound(read);
      if (count > 0) warnings.push({ code, count, seq: seqs.at(0), example });
    }
    return warnings.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
}
