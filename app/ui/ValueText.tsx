import type { ReactNode } from "react";
import type { DataType, Value } from "../../engine/client/types.ts";
import type { Clock } from "../words/clock.ts";
import { showValue } from "../words/value.ts";
import styles from "./ValueText.module.css";

interface ValueTextProps {
  readonly value: Value;
  readonly type: DataType;
  readonly clock: Clock;
}

/** A value of a column; all of it is in the tooltip where the cell shows less. */
export function ValueText({ value, type, clock }: ValueTextProps): ReactNode {
  const { text, dim, full } = showValue(value, type, clock);
  if (dim) return <span className={styles.dim}>{text}</span>;
  return full === null ? text : <span title={full}>{text}</span>;
}
