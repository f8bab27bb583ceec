import { useRef, type KeyboardEvent, type ReactNode } from "react";
import styles from "./Tabs.module.css";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Shown beside the label when it is above zero. */
  readonly count?: number;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Id of the element that shows what is selected. */
  readonly panel: string;
}

/** A tab list: one tab stop, arrow keys choose. The panel names itself with `aria-labelledby={tabId(panel, id)}`. */
export function Tabs<Id extends string>(props: TabsProps<Id>): ReactNode {
  const { tabs, selected, onSelect, panel } = props;
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = Number.isFinite(step)
      ? (at + step + tabs.length) % tabs.length
      : step < 0
        ? 0
        : tabs.length - 1;
    onSelect(tabs[next].id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };

  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={props.label}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ id, label, count = 0 }) => (
        <button
          key={id}
          id={tabId(panel, id)}
          type="button"
          role="tab"
          aria-selected={id === selected}
          aria-controls={panel}
          tabIndex={id === selected ? 0 : -1}
          className={styles.tab}
          onClick={() => onSelect(id)}
        >
          {label}
          {count > 0 && <span className={styles.count}>{count.toLocaleString("en-US")}</span>}
        </button>
      ))}
    </div>
  );
}

export function tabId(panel: string, tab: string): string {
  return `${panel}-${tab}`;
}
