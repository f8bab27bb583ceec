import type { ReactNode } from "react";
import { isEdited, useDocument } from "../session/document-store.ts";
import styles from "./PreviousQuery.module.css";

/** Said over results while the query was edited and not run. */
export function PreviousQuery(): ReactNode {
  const edited = useDocument(isEdited);
  return edited && <span className={styles.note}>from the previous query</span>;
}
