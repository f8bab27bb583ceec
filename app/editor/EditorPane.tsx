import { lazy, Suspense, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useFirstRun } from "../first-run/first-run-store.ts";
import { PaneHeader } from "../panes/PaneHeader.tsx";
import { currentSample, starterQuery, useDocument } from "../session/document-store.ts";
import { useRun } from "../session/run-store.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { Button } from "../ui/Button.tsx";
import { SentenceText } from "../ui/SentenceText.tsx";
import { usePhone } from "../ui/use-media.ts";
import { readsText } from "../words/sentences.ts";
import styles from "./Editor.module.css";
import { DialectMenu } from "./DialectMenu.tsx";
import { PlainEditor } from "./PlainEditor.tsx";
import { ProblemsRow } from "./ProblemsRow.tsx";
import { streamLine } from "./stream-line.ts";

const MonacoEditor = lazy(() => import("./MonacoEditor.tsx"));

/** The query: what is typed here runs, nothing else. */
export function EditorPane(): ReactNode {
  const { write, backToQuery } = usePlayground();
  const phone = usePhone();
  const first = useFirstRun();
  const query = useRun((run) => run.query);
  const putAway = useDocument((document) => document.putAway);
  const starter = useDocument(starterQuery);
  const changed = useDocument((document) => document.sql !== starterQuery(document));
  const file = useDocument((document) => document.file);
  const sampleTitle = useDocument((document) => currentSample(document)?.title ?? "");

  return (
    <section className="pane" aria-labelledby="editor-title">
      <PaneHeader
        id="editor-title"
        title="query.sql"
        actions={
          <>
            <DialectMenu />
            {putAway && (
              <Button small icon="back" onClick={() => void backToQuery()}>
                Back to my query
              </Button>
            )}
            {changed && !putAway && (
              <Button
                small
                icon="back"
                title={`The query that ${file?.name ?? sampleTitle} starts with; undo brings yours back`}
                onClick={() => write(starter)}
              >
                Starter query
              </Button>
            )}
          </>
        }
      >
        {query && !first && readsText(query)}
      </PaneHeader>
      {query && (
        <p className={styles.stream}>
          <SentenceText sentence={streamLine(query)} />
        </p>
      )}
      <div className={styles.body} data-testid="sql-editor">
        {phone ? (
          <PlainEditor />
        ) : (
          <Boundary fallback={<PlainEditor />}>
            <Suspense fallback={<PlainEditor />}>
              <MonacoEditor />
            </Suspense>
          </Boundary>
        )}
      </div>
      <ProblemsRow hint={phone ? null : "Ctrl M: Tab moves focus"} />
    </section>
  );
}
