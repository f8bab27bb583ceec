import type { PlaceHere, PresetName } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import { PRESET_NAMES } from "./preset-name.ts";
import { counted } from "./value.ts";

interface PlaceWords {
  readonly here: PresetName;
  /** What one record is called. */
  readonly noun: string;
  /** What the query's windows are called. */
  readonly kind: "window" | "session";
  readonly clock: Clock;
}

/** What the run that is shown has of a row that only the other run has. @param records of the window's time that it counts. */
export function placeText(
  place: PlaceHere,
  records: number,
  { here, noun, kind, clock }: PlaceWords,
): string {
  const preset = PRESET_NAMES[here];
  if (place.kind === "record")
    return `${preset} has no such row: #${place.seq}, the first ${noun} in it, is selected`;
  const span = clock.span(place.start, place.end);
  if (place.exists)
    return `${preset} has no such row: its ${kind} ${span} is selected, with ${counted(records, noun)}`;
  const fate =
    records === 0
      ? `no ${noun} of that time is counted`
      : `${counted(records, noun)} of that time ${records === 1 ? "is counted in another" : "are counted in others"}`;
  return `${preset} has no ${kind} ${span}: ${fate}`;
}
