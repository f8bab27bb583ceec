import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { ComparedRecord, ComparedRow, Comparison, PresetName } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { otherPreset, useCompare, type ComparedPart } from "../../session/compare-store.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun, useTraced } from "../../session/run-store.ts";
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
import { Segments } from "../../ui/Segments.tsx";
import { usePhone } from "../../ui/use-media.ts";
import { differences, otherFates } from "../../words/comparison-words.ts";
import { placeText } from "../../words/place-words.ts";
import { PRESET_NAMES, PRESETS } from "../../words/preset-name.ts";
import { count, counted } from "../../words/value.ts";
import { NeedsTrace } from "../NeedsTrace.tsx";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { Causes } from "./Causes.tsx";
import { recordColumns, rowColumns } from "./compared-columns.tsx";
import styles from "./ComparePane.module.css";
import { Unbound } from "./Unbound.tsx";
import { useComparison } from "./use-comparison.ts";

const nothing = (): void => undefined;

/** The query beside itself under another engine's rules: both results on one line a row, and the rules that part them. */
export default function ComparePane(): ReactNode {
  const query = useRun((run) => run.query);
  const traced = useTraced();
  const chosen = useCompare(({ other }) => other);
  const own = query?.preset ?? null;
  const other = own === null || !traced ? null : otherPreset(chosen, own);
  useComparison(other);
  const comparison = useCompare((compare) => compare.comparison);
  const work = useCompare((compare) => compare.work);
  const fault = useCompare((compare) => compare.fault);
  const noun = useDocument(recordNoun);
  const sql = useDocument(({ ranSql }) => ranSql ?? "");
  const bound = comparison !== null && comparison.errors.length === 0;

  return (
    <>
      <h2 className="unseen">Two presets side by side</h2>
      <PaneTools>
        {own !== null && <PresetChoice own={own} other={otherPreset(chosen, own)} />}
        <PreviousQuery />
        <span className={styles.space} />
        {bound && <PartChoice comparison={comparison} noun={noun} />}
      </PaneTools>
      {!traced && <NeedsTrace>What becomes of each {noun} under both rules is compared</NeedsTrace>}
      {traced && fault !== null && (
        <p role="alert" className={styles.note}>
          {fault}
        </p>
      )}
      {traced && comparison === null && fault === null && (
        <output className={styles.note}>
          {query === null
            ? "No query has run yet: its results under other rules stand here once it does."
            : work === null
              ? "The results are compared when the run stands still: pause it, or let it end."
              : "The query is run under the other rules."}
        </output>
      )}
      {comparison && !bound && <Unbound comparison={comparison} sql={sql} />}
      {bound && (
        <>
          <Causes comparison={comparison} noun={noun} explaining={work === "explaining"} />
          {comparison.refusal === null ? (
            <ComparedTable comparison={comparison} />
          ) : (
            <p className={styles.note}>{comparison.refusal}</p>
          )}
        </>
      )}
    </>
  );
}

function PresetChoice({ own, other }: { readonly own: PresetName; readonly other: PresetName }): ReactNode {
  return (
    <>
      <span className={styles.own}>
        <b>{PRESET_NAMES[own]}</b> beside
      </span>
      <Segments
        label="Other rules"
        segments={PRESETS.filter((id) => id !== own).map((id) => ({ id, label: PRESET_NAMES[id] }))}
        selected={other}
        onSelect={(id) => useCompare.setState({ other: id })}
      />
    </>
  );
}

interface PartChoiceProps {
  readonly comparison: Comparison;
  readonly noun: string;
}

function PartChoice({ comparison, noun }: PartChoiceProps): ReactNode {
  const part = useCompare((compare) => compare.part);
  const different = differences(comparison);
  const label = (text: string, n: number): string => `${text} ${count(n)}`;
  return (
    <Segments<ComparedPart>
      label="Shown"
      segments={[
        { id: "differences", label: label("Differences", different) },
        { id: "rows", label: label("All rows", different + comparison.rows.agrees) },
        { id: "records", label: label(`${noun[0]!.toUpperCase()}${noun.slice(1)}s`, otherFates(comparison)) },
      ]}
      selected={part}
      onSelect={(id) => useCompare.setState({ part: id })}
    />
  );
}

function ComparedTable({ comparison }: { readonly comparison: Comparison }): ReactNode {
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
  const [chosenRow, setChosenRow] = useState<ComparedRow | null>(null);
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
    setChosenRow(row);
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
      mark={(row: ComparedRow) => (target !== null && sameTarget(targetOf(row), target) ? "selected" : null)}
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

/** Says of the chosen row what the run that is shown has of it, where that is not the row. */
function PlaceNote({
  row,
  comparison,
}: {
  readonly row: ComparedRow | null;
  readonly comparison: Comparison;
}): ReactNode {
  const noun = useDocument(recordNoun);
  const isSession = useRun(({ query }) => query?.window?.kind === "session");
  const clock = useClock();
  const { target, lights } = useChosen();
  const place = row !== null && sameTarget(targetOf(row), target) ? row.placeHere : null;
  const kind = isSession ? "session" : "window";
  return (
    <output>
      {place && `; ${placeText(place, lights.records.length, { here: comparison.here, noun, kind, clock })}`}
    </output>
  );
}

/** What was compared, so that nobody takes it for more. */
function PositionNote({ comparison: { position, ended } }: { readonly comparison: Comparison }): ReactNode {
  const noun = useDocument(recordNoun);
  const moved = useRun(
    ({ state }) => state?.phase === "playing" || (state !== null && state.position !== position),
  );
  return `${moved ? "as it was at" : "at"} ${counted(position, noun)} read${ended ? ", and the end of input" : ""}`;
}
