import type { ReactNode } from "react";
import type { Comparison, PresetName } from "../../../engine/client/types.ts";
import { otherPreset, useCompare, type ComparedPart } from "../../session/compare-store.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun, useTraced } from "../../session/run-store.ts";
import { Segments } from "../../ui/Segments.tsx";
import { differences, otherFates } from "../../words/comparison-words.ts";
import { PRESET_NAMES, PRESETS } from "../../words/preset-name.ts";
import { count } from "../../words/value.ts";
import { NeedsTrace } from "../NeedsTrace.tsx";
import { PaneTools } from "../PaneBars.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { Causes } from "./Causes.tsx";
import { ComparedTable } from "./ComparedTable.tsx";
import styles from "./ComparePane.module.css";
import { Unbound } from "./Unbound.tsx";
import { useComparison } from "./use-comparison.ts";

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
            <ComparedTable key={comparison.there} comparison={comparison} />
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
