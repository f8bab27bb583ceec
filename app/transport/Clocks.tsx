import type { ReactNode } from "react";
import { useMoves } from "../session/moves-store.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { usePhone } from "../ui/use-media.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import styles from "./TransportBar.module.css";

/** The two times of the run. On a phone a notice stands in for the second: there is no status bar to show it. */
export function Clocks(): ReactNode {
  const clock = useClock();
  const arrival = useRun(({ state }) => state?.arrival ?? null);
  const watermark = useRun(({ state }) => state?.watermark ?? null);
  const notice = useMoves((moves) => moves.notice);
  const instead = usePhone() ? notice : null;
  return (
    <div className={styles.clocks}>
      <span>
        arrival <b>{arrival === null ? "not yet" : clock.moment(arrival)}</b>
      </span>
      {instead === null ? (
        <span>
          watermark <b>{clock.moment(watermark?.value ?? null)}</b>
          {watermark && ` held by ${partitionLetter(watermark.heldBy)}`}
        </span>
      ) : (
        <b>{instead}</b>
      )}
    </div>
  );
}
