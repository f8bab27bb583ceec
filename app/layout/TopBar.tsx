import { useRef, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useFirstRun } from "../first-run/first-run-store.ts";
import { useRun } from "../session/run-store.ts";
import { currentSample, isEdited, useDocument } from "../session/document-store.ts";
import { useLayout, type ThemeChoice } from "../session/layout-store.ts";
import { ShareCard } from "../share/ShareCard.tsx";
import { openSaved } from "../share/open-address.ts";
import { SAVED_AS, shareNow } from "../share/share-store.ts";
import { Button } from "../ui/Button.tsx";
import type { IconName } from "../ui/Icon.tsx";
import { Menu, type MenuItem } from "../ui/Menu.tsx";
import { useMedia, usePhone } from "../ui/use-media.ts";
import { openedFile } from "./opened-file.ts";
import { RulesCard } from "./RulesCard.tsx";
import { RulesSheet } from "./RulesSheet.tsx";
import styles from "./TopBar.module.css";

interface TopBarProps {
  readonly onHelp: () => void;
}

const themes: readonly { readonly id: ThemeChoice; readonly label: string; readonly icon: IconName }[] = [
  { id: "system", label: "As the system", icon: "system" },
  { id: "light", label: "Light", icon: "sun" },
  { id: "dark", label: "Dark", icon: "moon" },
];

/** Name, sample and rules at the left; theme, help and Run at the right. Run never moves. */
export function TopBar({ onHelp }: TopBarProps): ReactNode {
  const playground = usePlayground();
  const { run, chooseSample, openFile } = playground;
  const edited = useDocument(isEdited);
  const ran = useDocument(({ ranSql }) => ranSql !== null);
  const wrong = useDocument(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));
  const theme = useLayout((layout) => layout.theme);
  const narrow = useMedia("(width < 1180px)");
  const phone = usePhone();
  const first = useFirstRun();
  const samples = useDocument((document) => document.samples);
  const sample = useDocument(currentSample);
  const file = useDocument((document) => document.file);
  const chooser = useRef<HTMLInputElement>(null);
  const share = useRef<HTMLButtonElement>(null);
  const rules = useRef<HTMLDialogElement>(null);
  /** At first there are no rules to choose from. */
  const rulesOf = useRun(({ query }) => (first ? null : (query?.preset ?? null)));

  const open = async (chosen: File): Promise<void> => {
    if (chosen.name.endsWith(SAVED_AS)) await openSaved(await chosen.text(), playground);
    else await openFile(openedFile(chosen));
  };

  const items: readonly MenuItem[] = [
    ...samples.map(({ id, title, lookFor }) => ({
      id,
      label: title,
      detail: lookFor,
      checked: file === null && id === sample?.id,
      onSelect: () => void chooseSample(id),
    })),
    {
      id: "file",
      label: "Open a file…",
      detail: "CSV or JSON lines; it stays in this browser.",
      apart: true,
      onSelect: () => chooser.current?.click(),
    },
  ];
  const themeAt = Math.max(
    0,
    themes.findIndex(({ id }) => id === theme),
  );
  const themeItems: MenuItem[] = themes.map(({ id, label }) => ({
    id,
    label,
    checked: id === theme,
    onSelect: () => useLayout.setState({ theme: id }),
  }));

  return (
    <header className={styles.bar}>
      <h1 className={styles.brand}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path
            d="M1.5 1.5h15v15h-15zM9 1.5v15M1.5 9h15"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          />
          <path d="M9.9 2.4h5.7v5.7H9.9z" fill="currentColor" />
        </svg>
        Windowpane
      </h1>
      {!phone && <span className={styles.rule} />}
      <Menu
        className={styles.sample}
        label={`Sample: ${file?.name ?? sample?.title ?? "none"}`}
        items={items}
      >
        {!narrow && <span>Sample</span>}
        <b>{file?.name ?? sample?.title ?? "…"}</b>
      </Menu>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="Open a file"
        accept=".csv,.tsv,.jsonl,.ndjson,.json,text/csv,application/x-ndjson"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) void open(chosen);
          event.target.value = "";
        }}
      />
      {!phone && rulesOf !== null && <RulesCard preset={rulesOf} captioned={!narrow} />}
      <span className={styles.space} />
      {phone ? (
        <>
          <Menu
            label="More"
            icon="more"
            items={[
              ...(rulesOf === null
                ? []
                : [
                    { id: "rules", label: `Rules: ${rulesOf}`, onSelect: () => rules.current?.showPopover() },
                  ]),
              { id: "share", label: "Share", onSelect: () => void shareNow() },
              { id: "help", label: "Keys and words", onSelect: onHelp },
              ...themeItems.map((item, at) => ({ ...item, apart: at === 0 })),
            ]}
          />
          {rulesOf !== null && <RulesSheet preset={rulesOf} ref={rules} />}
        </>
      ) : (
        <>
          <Button
            ref={share}
            icon="share"
            title="Copy a link to this query at this instant (Ctrl S)"
            disabled={samples.length === 0}
            onClick={() => void shareNow()}
          >
            Share
          </Button>
          <Menu
            label={`Theme: ${themes[themeAt].label.toLowerCase()}`}
            icon={themes[themeAt].icon}
            items={themeItems}
          />
          <Button icon="help" aria-label="Keys and words" keys="?" onClick={onHelp} />
        </>
      )}
      <Button
        {...(phone && { ref: share })}
        className={styles.run}
        kind={edited ? "ink" : "outline"}
        {...(!narrow && { keys: "Ctrl ↵" })}
        disabled={!ran && !wrong && samples.length === 0}
        onClick={() => void run()}
      >
        Run
      </Button>
      <ShareCard opener={share} />
    </header>
  );
}
