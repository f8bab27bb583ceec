import type { ReactNode } from "react";
import type { ValueWarning } from "../../engine/client/types.ts";
import { usePlayground } from "../engine/playground-context.ts";
import { useDocument } from "../session/document-store.ts";
import { useRun } from "../session/run-store.ts";
import { Button } from "../ui/Button.tsx";
import { CodeText } from "../ui/CodeText.tsx";
import { SentenceText } from "../ui/SentenceText.tsx";
import { counted } from "../words/value.ts";
import { valueWarning } from "../words/value-warning.ts";
import { showRange } from "./editor-store.ts";
import styles from "./Editor.module.css";
import { applyFix, lineOf } from "./marker-ranges.ts";

const NONE: readonly ValueWarning[] = [];

/** Problems that can be seen without scrolling, for the most part. */
const MOST_SEEN = 3;

/** What is wrong with the SQL, where, and what to do; a click goes there. Then what went wrong with values as it ran. */
export function ProblemsRow({ hint }: { readonly hint: ReactNode }): ReactNode {
  const { write } = usePlayground();
  const sql = useDocument((document) => document.sql);
  const diagnostics = useDocument((document) => document.diagnostics);
  const warnings = useRun(({ state }) => (state?.warnings.length ? state.warnings : NONE));
  const problems = diagnostics.length + warnings.length;

  return (
    <section className={styles.problems} aria-label="Problems">
      <output className="unseen">{problems > 0 && counted(problems, "problem")}</output>
      {problems > MOST_SEEN && <p className={styles.count}>{counted(problems, "problem")}</p>}
      {problems === 0 && (
        <div className={styles.row}>
          <span className={styles.none}>No problems</span>
          <span className={styles.hint}>{hint}</span>
        </div>
      )}
      {diagnostics.map((diagnostic) => {
        const fixed = applyFix(sql, diagnostic);
        return (
          <div key={`${diagnostic.code} ${diagnostic.range.start}`} className={styles.row}>
            <button
              type="button"
              className={styles.problem}
              title={diagnostic.code}
              onClick={() => showRange(diagnostic.range)}
            >
              <span className={styles.place}>line {lineOf(sql, diagnostic.range.start)}</span>
              <span>
                <span className={styles.message}>
                  <CodeText>{diagnostic.message}</CodeText>
                </span>
                {diagnostic.hint && (
                  <span className={styles.advice}>
                    {" "}
                    <CodeText>{diagnostic.hint}</CodeText>
                  </span>
                )}
              </span>
            </button>
            {fixed !== null && (
              <Button small kind="outline" onClick={() => write(fixed)}>
                {diagnostic.fix === "" ? "Remove" : `Replace by ${diagnostic.fix}`}
              </Button>
            )}
          </div>
        );
      })}
      {warnings.map((warning) => (
        <p key={warning.code} className={styles.row}>
          <span className={styles.place}>values</span>
          <span>
            <SentenceText sentence={valueWarning(warning)} /> <code className="mono">{warning.example}</code>
          </span>
        </p>
      ))}
    </section>
  );
}
