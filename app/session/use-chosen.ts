import { useState } from "react";
import { type Lights, NO_LIGHTS, useLights } from "./lights-store.ts";
import { type Target, useSelection } from "./selection-store.ts";

/** What is chosen and what it lights. */
export interface Chosen {
  readonly target: Target | null;
  readonly choice: number;
  readonly lights: Lights;
}

/**
 * The choice as tables show it. Lights follow the pointer on the map as well; tables keep those of what is chosen, so
 * that rows do not light up and go out, or scroll, under a pointer that only passes by.
 */
export function useChosen(): Chosen {
  const target = useSelection((selection) => selection.target);
  const choice = useSelection((selection) => selection.choice);
  const hovers = useSelection(({ hovered }) => hovered !== null);
  const lights = useLights();
  const [kept, setKept] = useState<{ readonly target: Target | null; readonly lights: Lights }>({
    target: null,
    lights: NO_LIGHTS,
  });
  const fits = isOf(lights, target) && !(target?.kind === "window" && hovers);
  if (fits && kept.lights !== lights) setKept({ target, lights });
  if (fits) return { target, choice, lights };
  return { target, choice, lights: kept.target === target ? kept.lights : NO_LIGHTS };
}

/** Whether the lights are those of this target: they come a moment after the choice. */
export function isOf({ story, lineage, windows }: Lights, target: Target | null): boolean {
  switch (target?.kind) {
    case "record":
      return story?.seq === target.seq;
    case "row":
      return lineage?.row === target.row;
    case "window": {
      const [only, ...others] = windows;
      const same =
        only?.partition === target.partition && only.start === target.start && only.end === target.end;
      return same && others.length === 0 && story === null && lineage === null;
    }
    case undefined:
      return false;
  }
}
