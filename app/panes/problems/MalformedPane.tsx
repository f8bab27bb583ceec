import { useCallback, useMemo, type ReactNode } from "react";
import type { MalformedRow } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { useRun } from "../../session/run-store.ts";
import { useFollow } from "../../session/use-follow.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { RecordLink } from "../../ui/RecordLink.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { ledgerLine } from "../../words/sentences.ts";
import { count, counted } from "../../words/value.ts";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";

/** Input rows that are no records: where, why, and how they begin. */
export function MalformedPane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const { following, setFollowing } = useFollow();
  const pull = useCallback(
    async (from: number, to: number) => (await engine.malformed(from, to)).rows,
    [engine],
  );
  const columns = useMemo(() => malformedColumns(), []);
  const total = state?.ledger.malformed ?? 0;

  return (
    <>
      <PaneTools>
        <span>
          <b>{counted(total, "row")}</b> of the input cannot be read as records; the rest of the stream goes
          on
        </span>
      </PaneTools>
      <DataTable
        label="Malformed rows"
        columns={columns}
        count={total}
        stamp={`${state?.run} ${total}`}
        pull={pull}
        following={following ? total - 1 : null}
        onFollow={setFollowing}
        empty="No malformed rows so far: every row of the input read as a record."
      />
      <PaneFoot>{state && <SentenceText sentence={ledgerLine(state.ledger)} />}</PaneFoot>
    </>
  );
}

function malformedColumns(): readonly Column<MalformedRow>[] {
  return [
    {
      id: "seq",
      header: "#",
      align: "right",
      text: ({ seq }) => `#${seq}`,
      render: ({ seq }) => <RecordLink seq={seq} inTable />,
    },
    {
      id: "line",
      header: "line",
      align: "right",
      text: ({ line }) => count(line),
    },
    { id: "column", header: "column", align: "right", rank: 2, text: ({ column }) => count(column) },
    { id: "reason", header: "reason", text: ({ reason }) => reason },
    { id: "excerpt", header: "the row begins", mono: true, rank: 1, text: ({ excerpt }) => excerpt },
  ];
}
