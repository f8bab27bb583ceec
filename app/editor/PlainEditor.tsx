import { useEffect, useRef, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useDocument } from "../session/document-store.ts";
import { useEditor } from "./editor-store.ts";
import styles from "./Editor.module.css";

/** The query as plain text: until Monaco arrives, and always on phones. It can be read and edited at once. */
export function PlainEditor(): ReactNode {
  const { type } = usePlayground();
  const sql = useDocument((document) => document.sql);
  const wrong = useDocument(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));
  const shown = useEditor((editor) => editor.shown);
  const field = useRef<HTMLTextAreaElement>(null);
  const handled = useRef(shown?.choice);

  useEffect(() => {
    if (!shown || !field.current || handled.current === shown.choice) return;
    handled.current = shown.choice;
    field.current.focus();
    field.current.setSelectionRange(shown.range.start, shown.range.end);
  }, [shown]);

  const keepCaret = (): void => useEditor.setState({ caret: field.current?.selectionStart ?? null });

  return (
    <div className={styles.plain}>
      <div className={styles.sheet}>
        {/* The text once more, unseen: it gives each number its line's height, and the field its size. */}
        <div aria-hidden="true">
          {sql.split("\n").map((line, index) => (
            <div key={index} className={styles.line}>
              <span className={styles.number}>{index + 1}</span>
              <span className={styles.mirrored}>{`${line} `}</span>
            </div>
          ))}
        </div>
        <textarea
          ref={field}
          className={styles.text}
          value={sql}
          aria-label="SQL query"
          aria-invalid={wrong}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onFocus={keepCaret}
          onSelect={keepCaret}
          onBlur={() => useEditor.setState({ caret: null })}
        />
      </div>
    </div>
  );
}
