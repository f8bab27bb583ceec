import type { ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useDocument } from "../session/document-store.ts";
import { CodeText } from "../ui/CodeText.tsx";
import { Menu } from "../ui/Menu.tsx";
import { RULE_CHOICES, type RuleChoice } from "./rule-choices.ts";
import styles from "./RuleMenus.module.css";

/** What can be chosen without knowing how it is written: a choice stands in the text, runs, and undo takes it back. */
export function RuleMenus(): ReactNode {
  const wrong = useDocument(({ diagnostics }) => diagnostics.find(({ severity }) => severity === "error"));
  return (
    <>
      <dl className={styles.menus}>
        {RULE_CHOICES.map((choice) => (
          <div key={choice.id}>
            <dt>{choice.name}</dt>
            <dd>
              <ChoiceMenu choice={choice} />
            </dd>
          </div>
        ))}
      </dl>
      <output className={styles.wrong}>
        {wrong && (
          <>
            The query does not run so: <CodeText>{wrong.message}</CodeText>{" "}
            {wrong.hint && <CodeText>{wrong.hint}</CodeText>}
          </>
        )}
      </output>
    </>
  );
}

function ChoiceMenu({ choice }: { readonly choice: RuleChoice }): ReactNode {
  const { write, runInPlace } = usePlayground();
  const sql = useDocument((document) => document.sql);
  const value = choice.valueIn(sql);
  const chosen = choice.choices.find((one) => one.value === value);
  const offered = choice.choices.filter((one) => choice.write(sql, one.value) !== null);
  if (offered.length === 0) return <span className={styles.elsewhere}>not in this text</span>;

  const choose = (wanted: string | null): void => {
    const now = useDocument.getState().sql;
    const text = choice.write(now, wanted);
    if (text === null || text === now) return;
    write(text);
    void runInPlace();
  };
  const shown = chosen?.label ?? value ?? "not said";
  return (
    <Menu
      small
      kind="hairline"
      label={`Choose ${choice.name}: ${shown}`}
      items={offered.map(({ value: id, label, detail }) => ({
        id: String(id),
        label,
        ...(detail !== undefined && { detail }),
        checked: id === value,
        onSelect: () => choose(id),
      }))}
    >
      {shown}
    </Menu>
  );
}
