import type { ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useDocument } from "../session/document-store.ts";
import { Button } from "../ui/Button.tsx";
import { CodeText } from "../ui/CodeText.tsx";
import { counted } from "../words/value.ts";
import { showRange } from "./editor-store.ts";
import styles from "./Editor.module.css";
import { applyFix, lineOf } from "./marker-ranges.ts";

/** What is wrong with the SQL, where, and what to do; a click goes there. */
export function ProblemsRow({ hint }: { readonly hint: ReactNode }): ReactNode {
  const { write } = usePlayground();
  const sql = useDocument((document) => document.sql);
  const diagnostics = useDocument((document) => document.diagnostics);

  return (
    <section className={styles.problems} aria-label="Problems">
      <output className="unseen">{diagnostics.length > 0 && counted(diagnostics.length, "problem")}</output>
      {diagnostics.length === 0 && (
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
    </section>
  );
}
