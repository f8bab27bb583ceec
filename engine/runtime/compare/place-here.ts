import { hasSessions } from "../../plan/has-sessions.ts";
import type { RunView } from "../run-view.ts";
import type { WindowName } from "../lineage.ts";
import type { SessionHistory } from "../trace/window-trace.ts";
import type { NamedRow } from "./result-set.ts";

/** Where the run that is shown tells of a row that only the other run has. */
export type PlaceHere =
  | { readonly kind: "record"; readonly seq: number }
  /** `exists`: it has or had state here at the position; a session with these bounds, before it goes into wider ones. */
  | ({ readonly kind: "window"; readonly exists: boolean } & WindowName);

/**
 * Ids of groups are another run's own, so the row is looked for by the first record that it is made of: its window in that
 * record's partition, of a session in that record's group too. Without a window, or where the record has no group here, it is
 * the record itself.
 * @param view of the run that is shown. @param row of the other run.
 */
export function placeHere({ run, read }: RunView, { output, row }: NamedRow): PlaceHere {
  const { records, windows, plan } = run;
  const [seq, start, end] = [output.first[row]!, output.windowStart[row]!, output.windowEnd[row]!];
  const isSession = hasSessions(plan);
  const key = isSession && seq >= records.first ? records.key.at(seq) : -1;
  const partition = records.partition.at(seq);
  if (start === -Infinity || partition < 0 || (isSession && key < 0)) return { kind: "record", seq };
  const exists = windows.histories.some(
    (history) =>
      history.start === start &&
      history.end === end &&
      history.partition === partition &&
      history.opened < read &&
      (!isSession || isStanding(history.session, key, read)),
  );
  return { kind: "window", exists, partition, start, end, ...(isSession && { key }) };
}

function isStanding(session: SessionHistory | undefined, key: number, read: number): boolean {
  return session?.key === key && (session.replaced === null || session.replaced >= read);
}
