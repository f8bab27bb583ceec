import { useId, useRef, useState, type ReactNode } from "react";
import type { QuerySummary } from "../../engine/client/types.ts";
import { useRun } from "../session/run-store.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { usePopover } from "../ui/use-popover.ts";
import { setting } from "../words/clock.ts";
import styles from "./RulesCard.module.css";

/** Whose rules the loaded query runs under, and what they come to for it. */
export function RulesCard({ captioned }: { readonly captioned: boolean }): ReactNode {
  const query = useRun((run) => run.query);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const popover = usePopover(opener, card, setOpen);
  if (query === null) return null;

  return (
    <>
      <Button
        ref={opener}
        aria-label={`Rules: ${query.preset}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={popover.toggle}
      >
        {captioned && <span>Rules</span>}
        <b>{query.preset}</b>
        <Icon name="down" />
      </Button>
      <div ref={card} id={id} popover="auto" className={styles.card}>
        <h2>Rules of {query.preset} for this query</h2>
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
      </div>
    </>
  );
}

function facts(query: QuerySummary): readonly (readonly [term: string, value: string, meaning: string])[] {
  const lines: [string, string, string][] = [
    ["event time", query.eventTime ?? "arrival", "is the time that windows and the watermark go by"],
    ["bound", setting(query.bound), "the watermark stays behind the newest event time"],
    ["watermark", `per ${query.watermarkScope}`, `moves by at least ${setting(query.minAdvance)}`],
    ["late records", query.lateAction.replaceAll("_", " "), ""],
    ["partitions", String(query.partitions), `chosen by ${query.strategy}`],
  ];
  if (query.windowed)
    lines.splice(2, 0, ["lateness", setting(query.allowedLateness), "a closed window is kept and corrected"]);
  if (query.windowSize !== null)
    lines.splice(1, 0, ["window", setting(query.windowSize), "long, start included, end not"]);
  return lines;
}
