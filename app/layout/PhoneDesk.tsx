import type { ReactNode } from "react";
import { EditorPane } from "../editor/EditorPane.tsx";
import { TimeMap } from "../panes/map/TimeMap.tsx";
import { StreamsPane } from "../panes/streams/StreamsPane.tsx";
import { useLayout, type PhoneTab } from "../session/layout-store.ts";
import { tabId, Tabs, type Tab } from "../ui/Tabs.tsx";
import { GuardedPane } from "./GuardedPane.tsx";
import styles from "./PhoneDesk.module.css";
import { ResultPane, useResultTabs } from "./ResultTabs.tsx";

const PANEL = "phone-panel";

const inputs: readonly Tab<PhoneTab>[] = [
  { id: "sql", label: "SQL" },
  { id: "streams", label: "Streams" },
  { id: "map", label: "Time map" },
];

/** One view at a time. */
export function PhoneDesk(): ReactNode {
  const tabs = [...inputs, ...useResultTabs()];
  const wanted = useLayout((layout) => layout.phoneTab);
  const tab = tabs.some(({ id }) => id === wanted) ? wanted : "sql";
  return (
    <>
      <div className={styles.bar}>
        <Tabs
          label="Views"
          tabs={tabs}
          selected={tab}
          panel={PANEL}
          onSelect={(phoneTab) => useLayout.setState({ phoneTab })}
        />
      </div>
      <div id={PANEL} role="tabpanel" aria-labelledby={tabId(PANEL, tab)} className={styles.panel}>
        <GuardedPane key={tab} name="This view">
          <View tab={tab} />
        </GuardedPane>
      </div>
    </>
  );
}

function View({ tab }: { readonly tab: PhoneTab }): ReactNode {
  if (tab === "sql") return <EditorPane />;
  if (tab === "streams") return <StreamsPane />;
  if (tab === "map") return <TimeMap />;
  return (
    <div className="pane">
      <ResultPane tab={tab} />
    </div>
  );
}
