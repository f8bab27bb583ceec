import type { ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useFirstRun } from "../first-run/first-run-store.ts";
import { useMoves } from "../session/moves-store.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { showTab } from "../session/layout-store.ts";
import { useTraceSetting } from "../session/trace-setting.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import { count } from "../words/value.ts";
import { phaseText } from "../words/sentences.ts";
import { idleText, rateText } from "./status-words.ts";
import styles from "./StatusBar.module.css";

/** The last line of the page: who works, what was read and where it went, what holds the watermark, how fast. */
export function StatusBar(): ReactNode {
  const state = useRun((run) => run.state);
  const notice = useMoves((moves) => moves.notice);
  const clock = useClock();
  const first = useFirstRun();
  if (state === null) return <footer className={styles.bar}>starting the engine</footer>;
  const { workers, ledger, watermark, rate } = state;
  const dropped = ledger.late + ledger.expired;
  const idle = idleText(state.partitions, clock);

  const verdicts = (
    <>
      <span>
        read <b>{count(ledger.read)}</b>
      </span>
      <span>
        counted <b>{count(ledger.counted)}</b>
      </span>
      <button type="button" className={styles.dropped} onClick={() => showTab("late")}>
        dropped <b>{count(dropped)}</b>
      </button>
    </>
  );
  const phase = phaseText(state).replace(/,.*/, "");
  if (first)
    return (
      <footer className={styles.bar} aria-label="Status">
        {verdicts}
        <span className={styles.space} />
        {notice !== null && <b>{notice}</b>}
        <span>{phase}</span>
      </footer>
    );

  return (
    <footer className={styles.bar} aria-label="Status">
      <span className={`${styles.works} ${styles.wide}`}>
        workers{" "}
        <b>
          {workers.ready}/{workers.count}
        </b>
      </span>
      <span className={styles.wide}>
        isolated <b>{workers.shared ? "yes" : "no"}</b>
      </span>
      <TraceSwitch />
      {verdicts}
      <span>
        counted late <b>{count(ledger.countedLate)}</b>
      </span>
      <span>
        rows out <b>{count(state.rowsOut)}</b>
      </span>
      <span className={styles.space} />
      {notice !== null && <b>{notice}</b>}
      {watermark && (
        <span>
          watermark <b>{clock.moment(watermark.value)}</b>, held by {partitionLetter(watermark.heldBy)}
        </span>
      )}
      {idle !== null && (
        <span>
          {idle.who} idle{idle.since !== null && " since "}
          {idle.since !== null && <b>{idle.since}</b>}
        </span>
      )}
      {rate > 0 ? (
        <span className={styles.wide}>
          rate <b>{rateText(rate)}</b> records/s
        </span>
      ) : (
        <span className={styles.wide}>{phase}</span>
      )}
    </footer>
  );
}

/** Whether runs record their steps: changing it runs the query again to where it stands. */
function TraceSwitch(): ReactNode {
  const { setTrace } = usePlayground();
  const { on } = useTraceSetting();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      className={styles.trace}
      title="The trace records every step, for the map, the stories and stepping to events. A run without it is faster."
      onClick={() => void setTrace(!on)}
    >
      trace <b aria-hidden="true">{on ? "on" : "off"}</b>
    </button>
  );
}
