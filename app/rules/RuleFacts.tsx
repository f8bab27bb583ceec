import type { ReactNode } from "react";
import type { QuerySummary } from "../../engine/client/types.ts";
import { useRun } from "../session/run-store.ts";
import { setting } from "../words/clock.ts";
import styles from "./RuleFacts.module.css";
import { RuleMenus } from "./RuleMenus.tsx";
import { type Fact, windowFact } from "./window-fact.ts";

/** What the rules come to for the loaded query, and what can be chosen instead. */
export function RuleFacts(): ReactNode {
  const query = useRun((run) => run.query);
  if (query === null) return null;
  return (
    <>
      <dl className={styles.facts}>
        {facts(query).map(([term, value, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <b>{value}</b> {meaning}
            </dd>
          </div>
        ))}
      </dl>
      <RuleMenus />
    </>
  );
}

function facts(query: QuerySummary): readonly Fact[] {
  const { keys, strategy } = query;
  const window = windowFact(query.window);
  return [
    ["event time", query.eventTime ?? "time of arrival", ""],
    ...(window === null ? [] : [window]),
    ["watermark", `per ${query.watermarkScope}`, `moved by at least ${setting(query.minAdvance)}`],
    boundFact(query),
    ...(query.windowed
      ? ([
          ["lateness", setting(query.allowedLateness), "in which a closed window is kept to be corrected"],
        ] as const)
      : []),
    ["late records", query.lateAction.replaceAll("_", " "), lateMeaning(query.lateAction)],
    [
      "partitions",
      String(query.partitions),
      `by ${strategy}${keys.length > 0 ? ` of ${keys.join(", ")}` : ""}`,
    ],
  ];
}

function boundFact({ watermarkStrategy, punctuation, bound }: QuerySummary): Fact {
  if (watermarkStrategy === "none") return ["bound", "none", "without a watermark nothing is late"];
  return punctuation === null
    ? ["bound", setting(bound), "between the newest event time and the watermark"]
    : ["punctuation", punctuation, "the column that the watermark goes by"];
}

function lateMeaning(action: string): string {
  if (action === "drop" || action === "dead_letter") return "before they reach a window";
  return action === "process_with_warning" ? "so that they go on to their windows" : "";
}
