import { compareKeyBytes, compareKeyValues } from "../data/key-order.ts";
import type { KeyTable } from "../data/key-table.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { type CloseOrder, FIRST_SEQ } from "./merge-outputs.ts";

/** In which order the groups leave whose windows close and end together. semantics.md, section 7. */
export function closeOrder({ rules, query, input }: PhysicalPlan, keys: KeyTable): CloseOrder {
  if (query.kind !== "aggregate") return FIRST_SEQ;
  switch (rules.closeOrder) {
    case "end-start-first":
      return FIRST_SEQ;
    case "end-key":
      return {
        byStart: false,
        compareKeys: (a, b) => compareKeyValues(keys.values(a), keys.values(b)),
      };
    case "start-key": {
      const names = query.keys.map(
        (key, index) => (key.kind === "column" ? input[key.index]?.name : undefined) ?? `KEY_${index}`,
      );
      return {
        byStart: true,
        compareKeys: (a, b) => compareKeyBytes(names, keys.types, keys.values(a), keys.values(b)),
      };
    }
  }
}
