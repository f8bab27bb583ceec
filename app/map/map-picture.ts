import type { QuerySummary } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import type { Clock } from "../words/clock.ts";
import type { AxisNames, Focus, MapLayers, MapSelection, MapView } from "./map-types.ts";
import type { Palette } from "./paint/palette.ts";

/** CSS px, and how many device pixels each has. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** What of a run the map shows, and how. */
export interface MapContent {
  readonly mirror: TraceMirror;
  /** Records read at the position that is shown, and whether it is the end of input. */
  readonly read: number;
  readonly ended: boolean;
  readonly view: MapView;
  readonly focus: Focus;
  readonly query: QuerySummary;
  readonly clock: Clock;
  /** What one record is called: "order". */
  readonly noun: string;
  readonly selection: MapSelection;
  readonly layers: MapLayers;
  /** Unless given: event and arrival. */
  readonly axisNames?: AxisNames;
  /** Whether records to come are drawn. */
  readonly coming: boolean;
}

/** The same, and on what it is painted. */
export interface MapPicture extends MapContent {
  readonly palette: Palette;
  readonly size: CanvasSize;
}
