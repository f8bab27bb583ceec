import type { ReactNode } from "react";
import type { Cause, Comparison } from "../../../engine/client/types.ts";
import { useCompare } from "../../session/compare-store.ts";
import { showTab } from "../../session/layout-store.ts";
import {
  causeCount,
  causeText,
  differences,
  otherFates,
  sameChanges,
  summaryText,
} from "../../words/comparison-words.ts";
import { PRESET_NAMES } from "../../words/preset-name.ts";
import { ruleLabel } from "../../words/rule-words.ts";
import styles from "./ComparePane.module.css";

interface CausesProps {
  readonly comparison: Comparison;
  /** What one record is called. */
  readonly noun: string;
  readonly explaining: boolean;
}

/** How far the two results agree, and why they differ, a sentence a rule; where they do not, which rules could have made them differ. */
export function Causes({ comparison, noun, explaining }: CausesProps): ReactNode {
  const { causes, rules, here, there, failure } = comparison;
  const none = differences(comparison) + otherFates(comparison) === 0 && sameChanges(comparison);
  return (
    <section aria-label="Why they differ" className={styles.causes}>
      {comparison.refusal === null && (
        <output className={styles.summary}>{summaryText(comparison, noun)}</output>
      )}
      {failure !== null && (
        <p>
          Under {PRESET_NAMES[there]} the run ends: {failure}
        </p>
      )}
      {!none && causes === null && (
        <output>
          {explaining
            ? `Looking for the rules: the query runs again with each of ${rules.length} switched.`
            : "The rules that make this are looked for when the run stands still."}
        </output>
      )}
      {none && (
        <p>
          {rules.length === 0
            ? `No rule differs between ${PRESET_NAMES[here]} and ${PRESET_NAMES[there]} that could matter to this query.`
            : `These rules differ and could matter here, but made no difference so far: ${rules.map(({ name }) => ruleLabel(name)).join(", ")}.`}
        </p>
      )}
      {causes !== null && !none && (
        <ul>
          {causes.map((cause, at) => (
            <li key={cause.rules.join()}>
              <button type="button" onClick={() => show(cause)}>
                {causeCount(cause, noun)}
              </button>{" "}
              {causeText(cause, comparison, causes.slice(0, at))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The rows that a cause makes, else the records; what is of the changelog alone stands in the Changes tab. */
function show({ rows, records }: Cause): void {
  if (rows + records === 0) showTab("changes");
  else useCompare.setState({ part: rows > 0 ? "differences" : "records" });
}
