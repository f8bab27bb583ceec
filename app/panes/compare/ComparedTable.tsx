import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { ComparedRecord, ComparedRow, Comparison, QuerySummary } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { useCompare } from "../../session/compare-store.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import {
  sameTarget,
  select,
  selectRecord,
  type Target,
  windowTarget,
} from "../../session/selection-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useClock } from "../../session/use-clock.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import type { RowMark } from "../../ui/TableRow.tsx";
import { usePhone } from "../../ui/use-media.ts";
import { differences, otherFates } from "../../words/comparison-words.ts";
import { placeText } from "../../words/place-words.ts";
import { count, counted } from "../../words/value.ts";
import { PaneFoot } from "../PaneBars.tsx";
import { recordColumns, rowColumns } from "./compared-columns.tsx";

const nothing = (): void => undefined;

/** A row that was chosen here, and where both runs stood. */
interface RowChoice extends Pick<Comparison, "position" | "ended"> {
  readonly row: ComparedRow;
}

/** The compared rows or records, a line each; a choice of one is the page's. */
export function ComparedTable({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { engine } = usePlayground();
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const { target } = useChosen();
  const phone = usePhone();
  const part = useCompare((compare) => compare.part);
  const answers = useCompare((compare) => compare.answers);
  const rows = useMemo(
    () => (query === null ? [] : rowColumns(query, comparison, clock, phone)),
    [query, comparison, clock, phone],
  );
  const records = useMemo(() => recordColumns(comparison, clock), [comparison, clock]);
  const pullRows = useCallback(
    (from: number, to: number) => engine.comparedRows(from, to, part !== "rows"),
    [engine, part],
  );
  const pullRecords = useCallback((from: number, to: number) => engine.comparedRecords(from, to), [engine]);
  const stamp = `${answers} ${part}`;
  const [choice, setChoice] = useState<RowChoice | null>(null);
  const chosenRow =
    choice?.position === comparison.position && choice.ended === comparison.ended ? choice.row : null;
  const foot = (from: number, to: number, total: number, what: string, note?: ReactNode): ReactNode => (
    <PaneFoot right={<PositionNote comparison={comparison} />}>
      {total > 0 && `${what} ${count(from + 1)} to ${count(to + 1)} of ${count(total)}`}
      {note}
    </PaneFoot>
  );

  if (part === "records") {
    const total = otherFates(comparison);
    const named = comparison.recordsNamed;
    return (
      <DataTable
        key="records"
        label={`${noun}s with another fate`}
        columns={records}
        count={named}
        stamp={stamp}
        pull={pullRecords}
        following={null}
        onFollow={nothing}
        mark={({ seq }: ComparedRecord) =>
          target?.kind === "record" && target.seq === seq ? "selected" : null
        }
        onRow={({ seq }) => selectRecord(seq)}
        empty={`No ${noun} has another fate: each is counted, dropped or left out under both alike.`}
        foot={(from, to) =>
          foot(from, to, total, `${noun}s`, total > named && `; the first ${count(named)} are listed`)
        }
      />
    );
  }
  const chooseRow = (row: ComparedRow): void => {
    const chosen = targetOf(row);
    if (chosen) select(chosen);
    setChoice({ row, position: comparison.position, ended: comparison.ended });
  };
  /** Rows that only the other run has may lead to one window: the one that was chosen stands out. */
  const mark = (row: ComparedRow): RowMark => {
    if (target === null || !sameTarget(targetOf(row), target)) return null;
    return row.here !== null || row.there?.index === chosenRow?.there?.index ? "selected" : "lit";
  };
  const differing = differences(comparison);
  const total = part === "rows" ? differing + comparison.rows.agrees : differing;
  return (
    <DataTable
      key={`${part} ${phone} ${rows.map(({ id }) => id).join()}`}
      label="Compared rows"
      columns={rows}
      count={total}
      stamp={stamp}
      pull={pullRows}
      following={null}
      onFollow={nothing}
      mark={mark}
      onRow={chooseRow}
      empty={
        comparison.rows.agrees === 0
          ? "No rows yet on either side: they stand here as they come out."
          : "No row differs: both results are the same."
      }
      foot={(from, to) =>
        foot(
          from,
          to,
          total,
          part === "rows" ? "rows" : "differences",
          <PlaceNote row={chosenRow} comparison={comparison} />,
        )
      }
    />
  );
}

/** A row of the run that is shown is chosen everywhere; of one that only the other run has, what there is of it here. */
function targetOf({ here, placeHere }: ComparedRow): Target | null {
  if (here !== null) return { kind: "row", row: here.index };
  return placeHere?.kind === "window" ? windowTarget(placeHere) : placeHere;
}

interface PlaceNoteProps {
  readonly row: ComparedRow | null;
  readonly comparison: Comparison;
}

/** Says of the chosen row what the run that is shown has of it, where that is not the row. */
function PlaceNote({ row, comparison }: PlaceNoteProps): ReactNode {
  const noun = useDocument(recordNoun);
  const kind = useRun(({ query }) => (query === null ? "window" : rowKind(query)));
  const clock = useClock();
  const { target, lights } = useChosen();
  const place = row !== null && sameTarget(targetOf(row), target) ? row.placeHere : null;
  return (
    <output>
      {place && `; ${placeText(place, lights.records.length, { here: comparison.here, noun, kind, clock })}`}
    </output>
  );
}

/** What a row of the result is one of. */
function rowKind({ emission, window }: QuerySummary): "record" | "session" | "window" {
  if (window?.kind === "session") return "session";
  return emission === "records" ? "record" : "window";
}

/** What was compared, so that nobody takes it for more. */
function PositionNote({ comparison: { position, ended } }: { readonly comparison: Comparison }): ReactNode {
  const noun = useDocument(recordNoun);
  const moved = useRun(
    ({ state }) => state?.phase === "playing" || (state !== null && state.position !== position),
  );
  return `${moved ? "as it was at" : "at"} ${counted(position, noun)} read${ended ? ", and the end of input" : ""}`;
}
