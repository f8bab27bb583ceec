import type { QuerySummary, RecordStory, Threshold } from "../../../engine/client/types.ts";
import { rawText } from "../../words/value.ts";

export type ExportFormat = "csv" | "ndjson";

type Cell = string | number | null;

/** The list of late records as a file, line by line; times and lengths in ms, values whole. */
export interface LateExport {
  /** First line of the file, or null where the format has none. */
  readonly head: string | null;
  readonly line: (story: RecordStory) => string;
}

export function lateExport(format: ExportFormat, query: QuerySummary): LateExport {
  return format === "csv"
    ? {
        head: fields(null, query)
          .map(([name]) => csvCell(name))
          .join(","),
        line: (story) =>
          fields(story, query)
            .map(([, cell]) => csvCell(cell))
            .join(","),
      }
    : { head: null, line: (story) => JSON.stringify(Object.fromEntries(fields(story, query))) };
}

/** What decided, then the record's own columns under their own names. @param story null: only the names count. */
function fields(
  story: RecordStory | null,
  { input }: QuerySummary,
): readonly (readonly [name: string, cell: Cell])[] {
  const last = story?.windows.at(-1) ?? null;
  const mover = last?.expired ?? last?.closed ?? story?.mover ?? null;
  const facts: readonly (readonly [string, Cell])[] = [
    ["seq", story?.seq ?? null],
    ["verdict", story?.verdict ?? null],
    ["dropped", story?.dropped ?? null],
    ["partition", story?.partition ?? null],
    ["event_ms", story?.eventTime ?? null],
    ["arrival_ms", story?.arrival ?? null],
    ["watermark_ms", story?.judged ?? null],
    ["behind_ms", story?.lateness ?? null],
    ["window_start_ms", last?.start ?? null],
    ["window_end_ms", last?.end ?? null],
    ["windows", story?.windows.length ?? null],
    ["outcome", last?.outcome ?? null],
    ["closed_by", seqOf(last?.closed)],
    ["expired_by", seqOf(last?.expired)],
    ["culprit", seqOf(mover)],
    ["kept_with_lateness", limitText(story?.keptWith?.lateness)],
    ["kept_with_bound", limitText(story?.keptWith?.bound)],
  ];
  const taken = new Set(facts.map(([name]) => name));
  const own = input.map(({ name, type }, index): readonly [string, Cell] => {
    const value = story?.values[index] ?? null;
    return [taken.has(name) ? `${name}_` : name, value === null ? null : rawText(value, type)];
  });
  return [...facts, ...own];
}

function seqOf(move: { readonly seq: number } | null | undefined): Cell {
  return move && Number.isFinite(move.seq) ? move.seq : null;
}

/** "> 6400", ">= 10900". */
function limitText(limit: Threshold | null | undefined): Cell {
  return limit ? `${limit.over ? ">" : ">="} ${limit.ms}` : null;
}

function csvCell(cell: Cell): string {
  const text = String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
