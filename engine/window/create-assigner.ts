import type { GridWindowSpec } from "../spec/window-spec.ts";
import { CumulateWindow } from "./cumulate-window.ts";
import { HoppingWindow } from "./hopping-window.ts";
import { TumblingWindow } from "./tumbling-window.ts";
import { Unbounded } from "./unbounded.ts";
import type { WindowAssigner } from "./window-assigner.ts";

/** @param spec null: one window over all time, for GROUP BY without WINDOW. */
export function createAssigner(spec: GridWindowSpec | null): WindowAssigner {
  switch (spec?.kind) {
    case undefined:
      return new Unbounded();
    case "tumbling":
      return new TumblingWindow(spec);
    case "hopping":
      return new HoppingWindow(spec);
    case "cumulate":
      return new CumulateWindow(spec);
  }
}
