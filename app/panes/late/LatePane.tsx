import { useCallback, useMemo, type ReactNode } from "react";
import type { RecordStory } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun, useTraced } from "../../session/run-store.ts";
import { selectRecord } from "../../session/selection-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useClock } from "../../session/use-clock.ts";
import { useFollow } from "../../session/use-follow.ts";
import { StoryCard } from "../../story/StoryCard.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { VerdictGlyph } from "../../ui/Glyphs.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { useMedia, usePhone } from "../../ui/use-media.ts";
import { setting } from "../../words/clock.ts";
import { ledgerLine, noLateSentence } from "../../words/sentences.ts";
import { count } from "../../words/value.ts";
import { NeedsTrace } from "../NeedsTrace.tsx";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { viewStamp } from "../view-stamp.ts";
import { ExportLate } from "./ExportLate.tsx";
import { KeepAllRow } from "./KeepAllRow.tsx";
import { lateColumns } from "./late-columns.tsx";
import styles from "./LatePane.module.css";
import { useFirstDrop } from "./use-first-drop.ts";
import { useLateIndex } from "./use-late-index.ts";

/** Every late record with what happened to it, by which record, and what would have kept it; the ledger in the foot. */
export function LatePane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const narrow = useMedia("(width < 1180px)");
  const phone = usePhone();
  const { target, choice, lights } = useChosen();
  const chosen = target?.kind === "record" ? target.seq : null;
  const columns = useMemo(() => lateColumns(query, clock, narrow), [query, clock, narrow]);
  const pull = useCallback(async (from: number, to: number) => (await engine.late(from, to)).rows, [engine]);
  const ledger = state?.ledger;
  const dropped = ledger ? ledger.late + ledger.expired : 0;
  const total = ledger ? dropped + ledger.countedLate : 0;
  const stamp = `${viewStamp(state)} ${total}`;
  const index = useLateIndex(chosen, total, stamp);
  const reveal = useMemo(() => (index === null ? null : { index, choice }), [index, choice]);
  const { following, setFollowing } = useFollow(target === null ? null : choice, index !== null);
  useFirstDrop(dropped, total);
  const traced = useTraced();

  return (
    <>
      <h2 className="unseen">Late records</h2>
      <PaneTools>
        <span>
          <VerdictGlyph verdict="dropped" /> dropped <b>{count(dropped)}</b>
        </span>
        <span>
          <VerdictGlyph verdict="counted late" /> counted late <b>{count(ledger?.countedLate ?? 0)}</b>
        </span>
        {query?.windowed && (
          <span>
            now: lateness <b>{setting(query.allowedLateness)}</b>
            {query.watermarkStrategy === "bounded" && (
              <>
                , bound <b>{setting(query.bound)}</b>
              </>
            )}
          </span>
        )}
        <PreviousQuery />
        <span className={styles.space} />
        {query && traced && total > 0 && <ExportLate query={query} total={total} />}
      </PaneTools>
      <KeepAllRow />
      {!traced && <NeedsTrace>Which {noun}s were late, and why, is known</NeedsTrace>}
      {traced && (
        <DataTable
          key={columns.map(({ id }) => id).join()}
          label="Late records"
          columns={columns}
          count={total}
          stamp={stamp}
          pull={pull}
          following={following ? total - 1 : null}
          onFollow={setFollowing}
          reveal={reveal}
          mark={({ seq }: RecordStory) =>
            seq === chosen ? "selected" : chosen !== null && seq === lights.culprit ? "blamed" : null
          }
          onRow={({ seq }) => selectRecord(seq)}
          empty={<SentenceText sentence={noLateSentence(state, query, noun)} />}
        />
      )}
      {phone && index !== null && lights.story && (
        <div className={styles.sheet}>
          <StoryCard story={lights.story} pinned layout="sheet" />
        </div>
      )}
      <PaneFoot>{ledger && <SentenceText sentence={ledgerLine(ledger)} />}</PaneFoot>
    </>
  );
}
