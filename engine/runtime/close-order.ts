import { compareKeyBytes, compareKeyValues } from "../data/key-order.ts";
import type { KeyTable } from "../data/key-table.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { CompareKeys } from "./merge-outputs.ts";

/** How the groups of one window are ordered at one close; null: lowest contributing seq first. semantics.md, section 7. */
export function closeOrder({ rules, query, input }: PhysicalPlan, keys: KeyTable): CompareKeys {
  if (query.kind !== "aggregate") return null;
  switch (rules.closeOrder) {
    case "end-start-first":
      return null;
    case "end-key":
      return (a, b) => compareKeyValues(keys.values(a), keys.values(b));
    case "start-key": {
      const names = query.keys.map(
        (key, index) => (key.kind === "column" ? input[key.index]?.name : undefined) ?? `KEY_${index}`,
      );
      return (a, b) => compareKeyBytes(names, keys.types, keys.values(a), keys.values(b));
    }
  }
}
