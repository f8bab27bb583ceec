import type { SemanticsRules } from "../spec/semantics-rules.ts";
import type { GridWindowSpec, HoppingWindowSpec, WindowSpec } from "../spec/window-spec.ts";

/** [start, end), ms. */
export interface ReferenceWindow {
  readonly start: number;
  readonly end: number;
}

/**
 * All windows that an event time lies in, by semantics.md, section 4: ascending by start, then end. Of sessions the one
 * that the record is alone in.
 */
export function referenceWindows(spec: WindowSpec, time: number, rules: SemanticsRules): ReferenceWindow[] {
  if (spec.kind === "session") return [{ start: time, end: time + spec.gap }];
  const windows = candidates(spec, time).filter(({ start, end }) => start <= time && time < end);
  return windows.filter(({ start }) => start >= 0 || !rules.refusesNegativeTime);
}

/** The last hopping window that begins at or before an event time; with gaps between windows it may not hold it. */
export function windowBegunBefore(
  { advance, offset, size }: HoppingWindowSpec,
  time: number,
): ReferenceWindow {
  const start = startBefore(time, advance, offset);
  return { start, end: start + size };
}

/** Windows around an event time, those that contain it among them. */
function candidates(spec: GridWindowSpec, time: number): ReferenceWindow[] {
  const { size, offset } = spec;
  switch (spec.kind) {
    case "tumbling": {
      const start = startBefore(time, size, offset);
      return [{ start, end: start + size }];
    }
    case "hopping": {
      const windows: ReferenceWindow[] = [];
      const latest = startBefore(time, spec.advance, offset);
      for (let start = latest; start > time - size; start -= spec.advance)
        windows.unshift({ start, end: start + size });
      return windows;
    }
    case "cumulate": {
      const windows: ReferenceWindow[] = [];
      const start = startBefore(time, size, offset);
      for (let length = spec.step; length < size; length += spec.step)
        windows.push({ start, end: start + length });
      return [...windows, { start, end: start + size }];
    }
  }
}

/** The last of offset + any number of steps that is not above the time. */
function startBefore(time: number, step: number, offset: number): number {
  return offset + Math.floor((time - offset) / step) * step;
}
