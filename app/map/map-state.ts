import type { QuerySummary } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import type { Clock } from "../words/clock.ts";
import type { IdleIndex } from "./idle-spans.ts";
import type { Label } from "./label-pass.ts";
import type { AxisNames, MapLayers, MapSelection, VisibleMark } from "./map-types.ts";
import type { Rect } from "./projection.ts";
import type { Measure, Shape } from "./shapes.ts";
import type { MapPosition, WindowLookup } from "./windows-at.ts";

/** All that a picture of the map depends on, besides where it is drawn. */
export interface MapState {
  readonly mirror: TraceMirror;
  readonly windows: WindowLookup;
  readonly idle: IdleIndex;
  readonly position: MapPosition;
  /** ms of arrival; null while nothing is known. */
  readonly now: number | null;
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
  readonly measure: Measure;
}

/** What a layer adds to the picture. */
export interface Drawn {
  readonly shapes: readonly Shape[];
  readonly labels?: readonly Label[];
  readonly marks?: readonly VisibleMark[];
  /** Lines and hatches that labels had better not cover. */
  readonly lines?: readonly Rect[];
}

export const NOTHING_DRAWN: Drawn = { shapes: [] };
