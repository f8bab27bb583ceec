import { useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { createPuller, type Puller } from "../engine/puller.ts";
import { lastPlace } from "../engine/run-mover.ts";
import { mirror } from "../engine/use-trace.ts";
import { useRun } from "../session/run-store.ts";
import { arrivalAt, type ArrivalScale } from "./mark-layout.ts";
import { positionAt } from "./position-at.ts";

export interface Scrub {
  /** px from the left where the thumb is held; null while it stands where the run does. */
  readonly held: number | null;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
}

/**
 * Drags the view along the scrubber. The thumb stays with the pointer; the view follows as fast as the engine shows it,
 * and the thumb goes back to it when it has come to where the thumb was let go.
 * @param track whose left end is the scale's. @param scale null: nothing to be moved.
 */
export function useScrub(track: RefObject<HTMLElement | null>, scale: ArrivalScale | null): Scrub {
  const { engine, seek } = usePlayground();
  const [held, setHeld] = useState<number | null>(null);
  const dragging = useRef(false);
  const wished = useRef<Wish | null>(null);
  const puller = useRef<Puller<Wish> | null>(null);

  useEffect(() => {
    const made = createPuller<Wish, void>(
      async ({ x, scale: at }) => {
        const { state } = useRun.getState();
        if (state === null || state.length === null) return;
        const arrivals = mirror.run === state.run ? mirror : null;
        const place =
          x >= at.width
            ? lastPlace(state)
            : await positionAt(engine, arrivals, state.length, arrivalAt(at, x)).catch(() => null);
        if (place !== null) await seek(place);
      },
      (_, wish) => {
        if (wish !== wished.current) return;
        wished.current = null;
        if (!dragging.current) setHeld(null);
      },
    );
    puller.current = made;
    return () => made.stop();
  }, [engine, seek]);

  const moveTo = (clientX: number): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box || scale === null) return;
    const x = Math.min(box.width, Math.max(0, clientX - box.left));
    setHeld(x);
    wished.current = { x, scale };
    puller.current?.want(wished.current);
  };

  return {
    held,
    onPointerDown(event) {
      if (event.button !== 0 || scale === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragging.current = true;
      moveTo(event.clientX);
    },
    onPointerMove(event) {
      if (dragging.current) moveTo(event.clientX);
    },
    onPointerUp() {
      dragging.current = false;
      if (wished.current === null) setHeld(null);
    },
  };
}

interface Wish {
  readonly x: number;
  readonly scale: ArrivalScale;
}
