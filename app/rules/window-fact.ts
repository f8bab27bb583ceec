import type { QuerySummary } from "../../engine/client/types.ts";
import { setting } from "../words/clock.ts";

/** What something is, the value in force, and what that comes to. */
export type Fact = readonly [term: string, value: string, meaning: string];

const EDGES = "its start belongs to it, its end does not";

/** How long the windows of a query are, and where they begin and end; null without windows. */
export function windowFact(window: QuerySummary["window"]): Fact | null {
  if (window === null) return null;
  if (window.kind === "session") {
    const then = window.touchingJoins ? "joins it" : "begins another";
    return ["session", setting(window.gap), `of silence end it; a record exactly so much later ${then}`];
  }
  const shifted = window.offset === 0 ? "" : `, shifted by ${setting(window.offset)}`;
  const size = setting(window.size);
  switch (window.kind) {
    case "tumbling":
      return ["window", size, `long${shifted}; ${EDGES}`];
    case "hopping":
      return ["window", size, `long, another begins each ${setting(window.advance)}${shifted}; ${EDGES}`];
    case "cumulate":
      return ["window", size, `long at last, shown each ${setting(window.step)}${shifted}; ${EDGES}`];
  }
}
