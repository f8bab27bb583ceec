import type { ReactNode } from "react";
import type { Comparison } from "../../../engine/client/types.ts";
import { showRange } from "../../editor/editor-store.ts";
import { lineOf } from "../../editor/marker-ranges.ts";
import { CodeText } from "../../ui/CodeText.tsx";
import { PRESET_NAMES } from "../../words/preset-name.ts";
import styles from "./ComparePane.module.css";

interface UnboundProps {
  readonly comparison: Comparison;
  /** The text of the run. */
  readonly sql: string;
}

/** Why the query cannot run under the other rules, and what to change; a click goes to the place. */
export function Unbound({ comparison: { errors, there }, sql }: UnboundProps): ReactNode {
  return (
    <div className={styles.unbound}>
      <p>{PRESET_NAMES[there]} cannot run this query as it is written:</p>
      <ul>
        {errors.map(({ code, range, message, hint }) => (
          <li key={`${code} ${range.start}`}>
            <button type="button" title={code} onClick={() => showRange(range)}>
              line {lineOf(sql, range.start)}
            </button>{" "}
            <CodeText>{message}</CodeText> {hint && <CodeText>{hint}</CodeText>}
          </li>
        ))}
      </ul>
    </div>
  );
}
