import { createAccumulator } from "../aggregate/registry.ts";
import { BIGINT } from "../data/data-type.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { WindowRules } from "../window/windowed-aggregation.ts";
import { handMadeCall } from "./hand-made-call.ts";

/** One row a group, when its window closes. */
export const atClose: EmissionSpec = {
  mode: "final",
  scope: "changed",
  finalMarker: false,
  everyRows: null,
  everyInterval: null,
};

/** What windows of all kinds are told beside their bounds, for tests: SUM of column 0 at the close, as natively. */
export function sumRules(): Omit<WindowRules, "window" | "closeDelay" | "expireDelay"> {
  return {
    emission: atClose,
    types: [BIGINT],
    accumulators: [createAccumulator(handMadeCall("sum", [BIGINT], BIGINT), 16)],
    having: null,
    printing: { updateBefore: false, unchangedEmits: true, havingExit: "delete" },
    initialResult: false,
    compareKeys: null,
    onWritten: () => undefined,
  };
}
