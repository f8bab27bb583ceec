import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useMarks } from "../engine/use-marks.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { count } from "../words/value.ts";
import { positionAt } from "./position-at.ts";
import styles from "./Scrubber.module.css";

/** Where the replay stands by the time of arrival, with crosses for drops and bars for closings. A click runs to there. */
export function Scrubber(): ReactNode {
  const { engine, seek } = usePlayground();
  const state = useRun((run) => run.state);
  const clock = useClock();
  const marks = useMarks();
  const track = useRef<HTMLDivElement>(null);

  const position = state?.position ?? 0;
  const length = state?.length ?? null;
  const arrival = state?.arrival ?? null;
  const first = state?.firstArrival ?? 0;
  const last = state?.lastArrival ?? first;
  /** A little before the first record, so that the start has a place of its own. */
  const low = first - (last - first) * 0.02;
  const share = (time: number): number =>
    last > low ? Math.min(1, Math.max(0, (time - low) / (last - low))) : 0;
  const done = arrival === null ? 0 : share(arrival);
  const ready = length !== null && state?.phase !== "failed";

  const most = Math.max(1, ...marks.dropBins.map(({ dropped }) => dropped));

  /** By the time of arrival, as the marks stand; the browser would go by position. */
  const seekTo = (event: PointerEvent<HTMLInputElement>): void => {
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    const box = track.current?.getBoundingClientRect();
    if (!ready || !box || box.width === 0) return;
    const at = low + ((event.clientX - box.left) / box.width) * (last - low);
    void positionAt(engine, length, at).then(seek, () => undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!ready) return;
    const page = Math.max(1, Math.round(length / 10));
    const steps = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: page,
      PageDown: -page,
    };
    const step = steps[event.key as keyof typeof steps];
    if (step === undefined) return;
    event.preventDefault();
    void seek(Math.min(length, Math.max(0, position + step)));
  };

  return (
    <div ref={track} className={styles.scrubber}>
      <svg className={styles.marks} aria-hidden="true">
        {marks.drops.map((time) => (
          <svg key={time} x={`${share(time) * 100}%`} overflow="visible">
            <path d="m-3 9 6 6m0-6-6 6" className={styles.drop} />
          </svg>
        ))}
        {marks.dropBins.map(({ start, end, dropped }) => (
          <rect
            key={start}
            x={`${share(start) * 100}%`}
            width={`${Math.max(0.2, (share(end) - share(start)) * 100 - 0.15)}%`}
            y={16 - barHeight(dropped, most)}
            height={barHeight(dropped, most)}
            className={styles.bin}
          />
        ))}
        {marks.closings.map((time) => (
          <svg key={time} x={`${share(time) * 100}%`} overflow="visible">
            <path d="M0 28v6" className={styles.closing} />
          </svg>
        ))}
      </svg>
      <div className={styles.track}>
        <div className={styles.done} style={{ width: `${done * 100}%` }} />
      </div>
      <div className={styles.thumb} style={{ left: `${done * 100}%` }} />
      <input
        type="range"
        className={styles.input}
        min={0}
        max={Math.max(1, length ?? position)}
        value={position}
        disabled={!ready}
        aria-label="Position in the stream"
        aria-valuetext={
          arrival === null
            ? "at the start"
            : `${count(position)} of ${count(length ?? position)} records, arrival ${clock.moment(arrival)}`
        }
        onPointerDown={seekTo}
        onKeyDown={onKeyDown}
        onChange={(event) => void seek(Number(event.target.value))}
      />
    </div>
  );
}

/** px: from 2 for the first drop to 9 for the fullest bin. */
function barHeight(dropped: number, most: number): number {
  return 2 + (7 * dropped) / most;
}
