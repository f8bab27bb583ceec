import { useMemo, useRef, type KeyboardEvent, type ReactNode } from "react";
import { placeOf } from "../engine/run-mover.ts";
import { usePlayground } from "../engine/playground-context.ts";
import { useMarks } from "../engine/use-marks.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { useSize } from "../ui/use-size.ts";
import { arrivalScale, placeOnScale } from "./mark-layout.ts";
import { positionText } from "./position-text.ts";
import { ScrubberMarks } from "./ScrubberMarks.tsx";
import styles from "./Scrubber.module.css";
import { useScrub } from "./use-scrub.ts";

interface ScrubberProps {
  /** Whether what lies ahead is marked. */
  readonly foretells: boolean;
}

/**
 * Where the run is looked at, by the time of arrival, with crosses for drops and bars for closings; those that lie
 * ahead are grey. Dragging moves the view, both ways; its arrow keys move it by a record, Page Up and Down by a tenth.
 */
export function Scrubber({ foretells }: ScrubberProps): ReactNode {
  const { seek, stepBy } = usePlayground();
  const phase = useRun(({ state }) => state?.phase ?? "empty");
  const place = useRun(({ state }) => placeOf(state));
  const length = useRun(({ state }) => state?.length ?? null);
  const arrival = useRun(({ state }) => state?.arrival ?? null);
  const first = useRun(({ state }) => state?.firstArrival ?? 0);
  const last = useRun(({ state }) => state?.lastArrival ?? state?.firstArrival ?? 0);
  const clock = useClock();
  const marks = useMarks();
  const track = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { width } = useSize(track);
  const scale = useMemo(() => arrivalScale(first, last, width), [first, last, width]);

  const ready = length !== null && phase !== "failed";
  const { held, onPointerDown, onPointerMove, onPointerUp } = useScrub(track, ready ? scale : null);
  const now = held ?? placeOnScale(scale, arrival);

  const onKeyDown = (event: KeyboardEvent): void => {
    const records = ready ? recordsOf(event.key, length) : null;
    if (records === null) return;
    event.preventDefault();
    void stepBy(records);
  };

  return (
    <div
      ref={track}
      className={styles.scrubber}
      onPointerDown={(event) => {
        onPointerDown(event);
        // The browser would take the focus away again from what is not under the pointer.
        event.preventDefault();
        input.current?.focus({ preventScroll: true });
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    >
      <ScrubberMarks
        foretells={foretells}
        marks={marks}
        scale={scale}
        now={arrival === null ? -1 : placeOnScale(scale, arrival)}
      />
      <div className={styles.track}>
        <div className={styles.done} style={{ width: now }} />
      </div>
      <div className={styles.thumb} style={{ left: now }} />
      <input
        ref={input}
        type="range"
        className={styles.input}
        min={0}
        max={length === null ? Math.max(1, place) : length + 1}
        value={place}
        disabled={!ready}
        aria-label="Position in the stream"
        aria-valuetext={positionText(useRun.getState().state, clock)}
        onKeyDown={onKeyDown}
        onChange={(event) => void seek(Number(event.target.value))}
      />
    </div>
  );
}

/** @returns Records that a key of the slider moves by; null for other keys. Home and End are the transport's. */
function recordsOf(key: string, length: number): number | null {
  const page = Math.max(1, Math.round(length / 10));
  const moves: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: page,
    PageDown: -page,
  };
  return moves[key] ?? null;
}
