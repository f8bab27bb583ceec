import { type MapSelection, NOTHING_LIT } from "../map/map-types.ts";
import type { DropScene } from "./first-scene.ts";

/** What the map lights while the first drop is told of; the first run measures another distance than the whole story. */
export function dropSelection({ seq, miss }: DropScene): MapSelection {
  return { ...NOTHING_LIT, record: seq, culprit: miss.culprit, unmeasured: true };
}
