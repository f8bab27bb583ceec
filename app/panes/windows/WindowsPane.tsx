import { useCallback, useMemo, type ReactNode } from "react";
import type { QuerySummary, RunState, WindowRow } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { recordNoun, useDocument } from "../../session/document-store.ts";
import { useRun, useTraced } from "../../session/run-store.ts";
import { select, windowTarget } from "../../session/selection-store.ts";
import { useChosen } from "../../session/use-chosen.ts";
import { useClock } from "../../session/use-clock.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { setting, type Clock } from "../../words/clock.ts";
import { usePhone } from "../../ui/use-media.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { count, counted } from "../../words/value.ts";
import { thresholdOf } from "../../words/watermark-words.ts";
import { NeedsTrace } from "../NeedsTrace.tsx";
import { PaneFoot, PaneTools } from "../PaneBars.tsx";
import { madeOf } from "../selection-marks.ts";
import { stepOf } from "../step-of.ts";
import { viewStamp } from "../view-stamp.ts";
import { useWindowIndex } from "./use-window-index.ts";
import { useWindowTotal } from "./use-window-total.ts";
import { windowColumns } from "./window-columns.tsx";
import { windowMark, windowNote, windowsOf } from "./window-marks.ts";

const nothing = (): void => undefined;

/** Every window that has or had state: what it is now, who closed it, and how far the watermark still is. */
export function WindowsPane(): ReactNode {
  const { engine } = usePlayground();
  const state = useRun((run) => run.state);
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const phone = usePhone();
  const { target, choice, lights } = useChosen();
  const total = useWindowTotal();
  const wanted = useMemo(() => windowsOf(target, lights)[0], [target, lights]);
  const reveal = useWindowIndex(wanted, choice, total);
  const columns = useMemo(
    () => (query === null ? [] : windowColumns(query, clock, noun, phone)),
    [query, clock, noun, phone],
  );
  const pull = useCallback(
    async (from: number, to: number) => (await engine.windows(from, to)).rows,
    [engine],
  );
  const traced = useTraced();
  const step = stepOf(state);
  const isStep = useCallback((window: WindowRow) => step !== null && happenedAt(window, step), [step]);

  return (
    <>
      <PaneTools>
        <span>{query === null ? "windows, the latest first" : rule(query)}</span>
      </PaneTools>
      {!traced && query?.windowed && (
        <NeedsTrace>When each window opened, closed and expired is known</NeedsTrace>
      )}
      {(traced || !query?.windowed) && (
        <DataTable
          key={`${columns.map(({ id }) => id).join()} ${phone}`}
          label="Windows"
          columns={columns}
          count={total}
          stamp={`${viewStamp(state)} ${total}`}
          pull={pull}
          isStep={isStep}
          following={null}
          onFollow={nothing}
          reveal={reveal}
          mark={(window) => windowMark(window, target, lights)}
          note={(window) => windowNote(window, target, lights)}
          onRow={(window) => select(windowTarget(window))}
          empty={emptySentence(state, query, noun)}
          foot={(from, to) =>
            total > 0 && (
              <PaneFoot right={target?.kind === "window" && madeOf(target, lights, clock)}>
                {`windows ${count(from + 1)} to ${count(to + 1)} of ${count(total)}, the latest first`}
                {state?.watermark && holder(state.watermark, clock)}
              </PaneFoot>
            )
          }
        />
      )}
    </>
  );
}

function happenedAt({ opened, closed, expired }: WindowRow, seq: number): boolean {
  return [opened, closed, expired].some((moment) => moment?.seq === seq);
}

/** "a window closes when its watermark reaches its end, and expires 5 s later". */
function rule(query: QuerySummary): string {
  const { windowed, window, closeDelay, expireDelay, allowedLateness } = query;
  if (!windowed) return "no windows in this query";
  if (query.closesByNext)
    return "a session closes and expires when its watermark passes the start of its group's next";
  const what = window?.kind === "session" ? "a session" : "a window";
  const { passes, more } = thresholdOf(closeDelay, allowedLateness);
  const later = expireDelay - closeDelay + Number(passes);
  const at = `when its watermark ${passes ? "passes" : "reaches"} its end${more}`;
  return later > 1
    ? `${what} closes ${at}, and expires ${setting(later)} later`
    : `${what} closes and expires ${at}`;
}

function holder({ value, heldBy }: NonNullable<RunState["watermark"]>, clock: Clock): string {
  return `; watermark ${clock.moment(value)}, held by ${partitionLetter(heldBy)}`;
}

function emptySentence(state: RunState | null, query: QuerySummary | null, noun: string): string {
  if (state === null || query === null) return "No query has run yet: its windows stand here once it does.";
  if (!query.windowed)
    return "This query has no window: WINDOW TUMBLING(…, 10s) behind its GROUP BY gives it some.";
  if (state.position === 0) return `No windows yet. The first ${noun} that is counted opens one.`;
  return `No windows: none of the ${counted(state.position, noun)} read so far was counted.`;
}
