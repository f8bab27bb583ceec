import { useState, type ReactNode } from "react";
import type { Engine, QuerySummary } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { Menu } from "../../ui/Menu.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { type ExportFormat, lateExport } from "./late-export.ts";

/** Late records asked for at once: few enough that the engine answers others in between. */
const PAGE = 64;

/** Saves the whole list of late records as a file. @param total late records so far. */
export function ExportLate({
  query,
  total,
}: {
  readonly query: QuerySummary;
  readonly total: number;
}): ReactNode {
  const { engine } = usePlayground();
  /** Share of the rows that are read, 0 … 1; null: no export is under way. */
  const [done, setDone] = useState<number | null>(null);
  const save = (format: ExportFormat): void =>
    void collect(engine, query, total, format, setDone)
      .then(
        (content) => saveFile(`${query.stream}-late.${format}`, content),
        // The engine died meanwhile: the page says so where it says all failures.
        () => undefined,
      )
      .finally(() => setDone(null));
  return (
    <Menu
      label="Export the late records"
      small
      icon="download"
      disabled={done !== null}
      items={[
        {
          id: "csv",
          label: "CSV",
          detail: "Times in ms since the epoch, values whole.",
          onSelect: () => save("csv"),
        },
        { id: "ndjson", label: "NDJSON", detail: "One JSON object a line.", onSelect: () => save("ndjson") },
      ]}
    >
      {done === null ? "Export" : `${Math.floor(done * 100)} % read`}
    </Menu>
  );
}

async function collect(
  engine: Engine,
  query: QuerySummary,
  total: number,
  format: ExportFormat,
  onProgress: (done: number) => void,
): Promise<Blob> {
  const { head, line } = lateExport(format, query);
  const pieces: string[] = head === null ? [] : [`${head}\n`];
  for (let from = 0; from < total; from += PAGE) {
    onProgress(from / total);
    const { rows } = await engine.late(from, Math.min(total, from + PAGE));
    pieces.push(rows.map((row) => `${line(row)}\n`).join(""));
  }
  return new Blob(pieces, { type: format === "csv" ? "text/csv" : "application/x-ndjson" });
}
