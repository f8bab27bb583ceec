import type { ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { useDocument } from "../session/document-store.ts";
import { setting } from "../words/clock.ts";
import type { SettingName } from "../words/kept-sentence.ts";
import { withSetting } from "./with-setting.ts";

interface SettingButtonProps {
  /** What it does to the setting, as its label begins. */
  readonly verb: "Try" | "Set";
  readonly name: SettingName;
  /** ms. */
  readonly ms: number;
  /** Where the run is looked at afterwards, paused. */
  readonly position: number;
  readonly className: string;
}

/**
 * Writes a setting into the query, runs it and goes to a position, so that its effect is seen where it was asked for.
 * One step back in the editor undoes it. Not there where the text does not allow the change.
 */
export function SettingButton({ verb, name, ms, position, className }: SettingButtonProps): ReactNode {
  const playground = usePlayground();
  const possible = useDocument(({ sql }) => withSetting(sql, name, ms) !== null);
  if (!possible) return null;

  const apply = async (): Promise<void> => {
    const sql = withSetting(useDocument.getState().sql, name, ms);
    if (sql === null) return;
    playground.write(sql);
    await playground.run();
    await playground.seek(position);
  };
  return (
    <button type="button" className={className} onClick={() => void apply()}>
      {`${verb} ${name} ${setting(ms)}`}
    </button>
  );
}
