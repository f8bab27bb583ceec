import type { PartitionStatus } from "../../../engine/client/types.ts";
import type { Column } from "../../ui/column.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import styles from "./PartitionsPane.module.css";

/** The partition's letter in a box, filled where it holds the lowest watermark. @param heldBy that partition, or null. */
export function letterColumn(heldBy: number | null): Column<PartitionStatus> {
  return {
    id: "p",
    header: "p",
    hint: "partition",
    fixed: true,
    extra: 12,
    text: ({ id }) => partitionLetter(id),
    render: ({ id }) => (
      <span className={id === heldBy ? styles.holder : styles.letter}>{partitionLetter(id)}</span>
    ),
  };
}
