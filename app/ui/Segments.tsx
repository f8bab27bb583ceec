import { useId, type ReactNode } from "react";
import styles from "./Segments.module.css";

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** What it stands for in words, where the label is a letter. */
  readonly name?: string;
}

interface SegmentsProps<Id extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly selected: Id | null;
  readonly onSelect: (id: Id) => void;
}

/** Two to six exclusive choices in one hairline: one tab stop, arrow keys choose. */
export function Segments<Id extends string>(props: SegmentsProps<Id>): ReactNode {
  const group = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className="unseen">{props.label}</legend>
      {props.segments.map(({ id, label, name }) => (
        <label key={id} title={name} className={styles.segment}>
          <input
            type="radio"
            name={group}
            checked={id === props.selected}
            aria-label={name}
            onChange={() => props.onSelect(id)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
