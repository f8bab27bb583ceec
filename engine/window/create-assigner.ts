import type { WindowSpec } from "../spec/window-spec.ts";
import { TumblingWindow } from "./tumbling-window.ts";
import { Unbounded } from "./unbounded.ts";
import type { WindowAssigner } from "./window-assigner.ts";

/** @param spec null: one window over all time, for GROUP BY without WINDOW. */
export function createAssigner(spec: WindowSpec | null): WindowAssigner {
  return spec === null ? new Unbounded() : new TumblingWindow(spec);
}
