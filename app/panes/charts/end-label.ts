import type { Field } from "../../../engine/client/types.ts";
import { measureText } from "../../ui/measure-text.ts";
import type { Clock } from "../../words/clock.ts";
import type { LineEnd } from "./output-series.ts";
import { valueText } from "./value-text.ts";

export interface EndLabel {
  /** The window, or the key, or nothing. */
  readonly where: string;
  readonly value: string;
}

/** @param name what a line of no one window is called. */
export function labelOf(end: LineEnd, name: string, field: Field | null, clock: Clock): EndLabel {
  const { windowStart, windowEnd, newest, value } = end;
  const named = newest ? name : "";
  return {
    where: windowStart === null || windowEnd === null ? named : clock.span(windowStart, windowEnd),
    value: valueText(value, field),
  };
}

/** px; labels are set in 11 px. */
export function labelSize({ where, value }: EndLabel): number {
  return (measureText(`${where} `, 400) + measureText(value, 600)) * (11 / 12);
}
