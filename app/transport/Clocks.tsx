import type { CSSProperties, ReactNode } from "react";
import { useFirstRun } from "../first-run/first-run-store.ts";
import { useMap } from "../session/map-store.ts";
import { useMoves } from "../session/moves-store.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { usePhone } from "../ui/use-media.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import styles from "./TransportBar.module.css";

/** Mean width of a character of a time, in digits: colons and full stops are narrower. */
const DIGIT = 0.9;

/**
 * The two times of the run; the watermark is the lowest, and the partition's that holds it. On a phone a notice stands in for the
 * second: there is no status bar to show it.
 */
export function Clocks(): ReactNode {
  const clock = useClock();
  const arrival = useRun(({ state }) => state?.arrival ?? null);
  const first = useFirstRun();
  // A first visitor looks at one partition, and at its watermark.
  const looked = useMap(({ focus }) => (first && focus?.kind === "partition" ? focus.partition : null));
  const watermark = useRun(({ state }) =>
    looked === null ? (state?.watermark?.value ?? null) : (state?.partitions[looked]?.watermark ?? null),
  );
  const holder = useRun(({ state }) => looked ?? state?.watermark?.heldBy ?? null);
  const last = useRun(({ state }) => state?.lastArrival ?? null);
  const notice = useMoves((moves) => moves.notice);
  const instead = usePhone() ? notice : null;
  // Room for a time before there is one: the scrubber keeps its length.
  const room = { "--time": `${clock.moment(last).length * DIGIT}ch` } as CSSProperties;
  return (
    <div className={styles.clocks} style={room}>
      <span>
        arrival <b>{arrival === null ? "not yet" : clock.moment(arrival)}</b>
      </span>
      {instead === null ? (
        <span>
          watermark <b>{clock.moment(watermark)}</b>
          <span className={styles.holder}>{holder !== null && ` of ${partitionLetter(holder)}`}</span>
        </span>
      ) : (
        <b>{instead}</b>
      )}
    </div>
  );
}
