import { useCallback, useMemo, type ReactNode } from "react";
import type { RecordStory } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun } from "../../session/run-store.ts";
import { selectRecord } from "../../session/selection-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useClock } from "../../session/use-clock.ts";
import { useFollow } from "../../session/use-follow.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { VerdictGlyph } from "../../ui/Glyphs.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { ledgerLine, noLateSentence } from "../../words/sentences.ts";
import { count } from "../../words/value.ts";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { PreviousQuery } from "../PreviousQuery.tsx";
import { viewStamp } from "../view-stamp.ts";
import { lateColumns } from "./late-columns.tsx";

/** Every late record with what happened to it, by which record, and what would have kept it; the ledger in the foot. */
export function LatePane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const narrow = useMedia("(width < 1180px)");
  const { target, lights } = useChosen();
  const chosen = target?.kind === "record" ? target.seq : null;
  const { following, setFollowing } = useFollow();
  const columns = useMemo(() => lateColumns(query, clock, narrow), [query, clock, narrow]);
  const pull = useCallback(async (from: number, to: number) => (await engine.late(from, to)).rows, [engine]);
  const ledger = state?.ledger;
  const dropped = ledger ? ledger.late + ledger.expired : 0;
  const total = ledger ? dropped + ledger.countedLate : 0;

  return (
    <>
      <PaneTools>
        <span>
          <VerdictGlyph verdict="dropped" /> dropped <b>{count(dropped)}</b>
        </span>
        <span>
          <VerdictGlyph verdict="counted late" /> counted late <b>{count(ledger?.countedLate ?? 0)}</b>
        </span>
        <PreviousQuery />
      </PaneTools>
      <DataTable
        key={columns.map(({ id }) => id).join()}
        label="Late records"
        columns={columns}
        count={total}
        stamp={`${viewStamp(state)} ${total}`}
        pull={pull}
        following={following ? total - 1 : null}
        onFollow={setFollowing}
        mark={({ seq }: RecordStory) =>
          seq === chosen ? "selected" : chosen !== null && seq === lights.culprit ? "blamed" : null
        }
        onRow={({ seq }) => selectRecord(seq)}
        empty={<SentenceText sentence={noLateSentence(state, query, noun)} />}
      />
      <PaneFoot>{ledger && <SentenceText sentence={ledgerLine(ledger)} />}</PaneFoot>
    </>
  );
}
