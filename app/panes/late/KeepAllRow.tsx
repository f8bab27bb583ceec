import type { ReactNode } from "react";
import { SettingButton } from "../../story/SettingButton.tsx";
import { useRun } from "../../session/run-store.ts";
import { Icon } from "../../ui/Icon.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { keepAllOffers } from "../../words/keep-all-sentences.ts";
import styles from "./KeepAllRow.module.css";
import { useKeepAll } from "./use-keep-all.ts";

const NONE = "No bound and no lateness alone drops 0 of the records read so far.";
const UNKNOWN = "Only a run tells which bound drops 0 of the records read so far.";

/** What would have dropped none of the records read so far, each with its price. Not there while none was dropped. */
export function KeepAllRow(): ReactNode {
  const keepAll = useKeepAll();
  const position = useRun(({ state }) => state?.position ?? 0);
  if (keepAll === null) return null;
  const offers = keepAllOffers(keepAll);
  return (
    <section aria-label="What would keep all" className={styles.row}>
      <Icon name="info" />
      {offers.length === 0 && <span>{keepAll.unknown ? UNKNOWN : NONE}</span>}
      {offers.map(({ name, ms, sentence }) => (
        <span key={name} className={styles.offer}>
          <span>
            <SentenceText sentence={sentence} />
          </span>
          <SettingButton verb="Set" name={name} ms={ms} position={position} className={styles.set} />
        </span>
      ))}
    </section>
  );
}
