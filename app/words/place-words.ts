import type { PlaceHere, PresetName } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import { PRESET_NAMES } from "./preset-name.ts";
import { counted } from "./value.ts";

interface PlaceWords {
  readonly here: PresetName;
  /** What one record is called. */
  readonly noun: string;
  /** What the query's windows are called; of records, each of which makes a row, there are none. */
  readonly kind: "window" | "session" | "record";
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
    return `${preset} has no such row: ${kind === "record" ? `its ${noun}` : `the first ${noun} in it`}, #${place.seq}, is selected`;
  const span = clock.span(place.start, place.end);
  if (place.exists)
    return `${preset} has no such row: its ${kind} ${span} is selected, with ${counted(records, noun)}`;
  const fate =
    records === 0
      ? `no ${noun} of that time is counted`
      : `${counted(records, noun)} of that time ${records === 1 ? `is counted in another ${kind}` : `are counted in other ${kind}s`}`;
  return `${preset} has no ${kind} ${span}: ${fate}`;
}
