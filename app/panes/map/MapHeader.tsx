import type { ReactNode } from "react";
import { ZOOM_STEP } from "../../map/gestures.ts";
import type { Focus, Orientation } from "../../map/map-types.ts";
import { chooseFocus, orient, useMap } from "../../session/map-store.ts";
import { Button } from "../../ui/Button.tsx";
import { Menu, type MenuItem } from "../../ui/Menu.tsx";
import { Segments, type Segment } from "../../ui/Segments.tsx";
import { partitionLetter } from "../../words/partition-letter.ts";
import { PaneHeader } from "../PaneHeader.tsx";
import styles from "./MapHeader.module.css";
import { useOrientation } from "./use-orientation.ts";

/** What the buttons of the header do to the picture. */
export interface MapControls {
  /** Zooms around the middle. @param factor more than 1 comes nearer. */
  readonly zoom: (factor: number) => void;
  /** Brings the selection to the middle; where it is there already, shows all. */
  readonly centre: () => void;
  readonly save: () => void;
}

interface MapHeaderProps {
  readonly focus: Focus;
  readonly partitions: number;
  readonly controls: MapControls;
  /** Not enough room for buttons that the keyboard, the wheel and the menu stand in for. */
  readonly narrow: boolean;
  readonly phone: boolean;
  /** Whether only the switch, "all" and the table twin are offered. */
  readonly few: boolean;
  /** Beside the switch. */
  readonly children?: ReactNode;
  /** Before the controls. */
  readonly legend: ReactNode;
}

/** px that the switch takes, for the header to know what else fits. */
export function switchWidth(partitions: number): number {
  if (partitions <= 1) return 0;
  return partitions > MOST_SEGMENTS ? 110 : 84 + 27 * partitions;
}

/** More partitions than these are a menu: "All" and "Split" stand beside them. */
const MOST_SEGMENTS = 6;
const MOST_PANELS = 8;

const orientations: readonly { readonly id: Orientation; readonly short: string; readonly label: string }[] =
  [
    { id: "arrival-up", short: "y: arrival", label: "Arrival upwards" },
    { id: "arrival-right", short: "x: arrival", label: "Arrival to the right" },
    { id: "delay-up", short: "y: delay", label: "Delay upwards: arrival minus event" },
  ];

export function MapHeader(props: MapHeaderProps): ReactNode {
  const { focus, partitions, controls, narrow, phone, few } = props;
  const orientation = useOrientation();
  const view = useMap((map) => map.view);
  const asTable = useMap((map) => map.asTable);
  const axes = orientations.map(({ id, label }) => ({
    id,
    label,
    checked: id === orientation,
    onSelect: () => orient(id),
  }));
  const short = orientations.find(({ id }) => id === orientation)?.short;
  const buttons = (
    <>
      {!narrow && !few && !asTable && (
        <>
          <Button
            small={!phone}
            icon="zoomOut"
            aria-label="Zoom out"
            keys="-"
            onClick={() => controls.zoom(1 / ZOOM_STEP)}
          />
          <Button
            small={!phone}
            icon="zoomIn"
            aria-label="Zoom in"
            keys="+"
            onClick={() => controls.zoom(ZOOM_STEP)}
          />
        </>
      )}
      {!asTable && (
        <Button
          small={!phone}
          icon="fit"
          aria-label="Show all"
          keys="F"
          disabled={view === "fit"}
          onClick={() => useMap.setState({ view: "fit" })}
        />
      )}
      <Button
        small={!phone}
        icon={asTable ? "chart" : "table"}
        aria-label={asTable ? "Show as map" : "Show as table"}
        onClick={() => useMap.setState({ asTable: !asTable })}
      />
      {!few && !asTable && (
        <Menu
          small={!phone}
          icon="more"
          label="More of the time map"
          items={[...(phone ? axes : []), ...moreItems(view === "1:1", phone, controls)]}
        />
      )}
    </>
  );
  const switchOf = <FocusSwitch focus={focus} partitions={partitions} split={!phone && !few} />;
  if (phone)
    return (
      <header className={styles.phone}>
        <h2 id="map-title" className="unseen">
          Time map
        </h2>
        {partitions > 1 && <span className={styles.caption}>Partition</span>}
        {switchOf}
        <span className={styles.space}>{props.children}</span>
        {buttons}
      </header>
    );
  return (
    <PaneHeader
      id="map-title"
      title="Time map"
      actions={
        <>
          {!asTable && props.legend}
          {!few && !asTable && (
            <Menu small label={`Axes: ${short}`} className={styles.axes} items={axes}>
              {short}
            </Menu>
          )}
          {buttons}
        </>
      }
    >
      <div className={styles.facts}>
        {switchOf}
        {props.children}
      </div>
    </PaneHeader>
  );
}

function moreItems(
  oneToOne: boolean,
  apart: boolean,
  { zoom, centre, save }: MapControls,
): readonly MenuItem[] {
  return [
    {
      id: "one-to-one",
      label: oneToOne ? "Fill the pane" : "Same scale on both axes",
      detail: oneToOne ? "all records, each axis as long as it can be" : "no delay runs at 45 degrees",
      apart,
      onSelect: () => useMap.setState({ view: oneToOne ? "fit" : "1:1" }),
    },
    {
      id: "in",
      label: "Zoom in",
      detail: "key +, or the wheel with Ctrl",
      onSelect: () => zoom(ZOOM_STEP),
    },
    { id: "out", label: "Zoom out", detail: "key -", onSelect: () => zoom(1 / ZOOM_STEP) },
    { id: "centre", label: "Centre the selection", detail: "key F, again for all", onSelect: centre },
    { id: "png", label: "Save as PNG", apart: true, onSelect: save },
  ];
}

interface FocusSwitchProps {
  readonly focus: Focus;
  readonly partitions: number;
  /** Whether panels side by side have room. */
  readonly split: boolean;
}

/** Whose windows are drawn. */
function FocusSwitch({ focus, partitions, split }: FocusSwitchProps): ReactNode {
  if (partitions <= 1) return null;
  const letters = Array.from({ length: partitions }, (_, id) => partitionLetter(id));
  const choices: Segment<string>[] = [
    { id: "all", label: "All", name: "All partitions" },
    ...letters.map((label, id) => ({ id: String(id), label, name: `Partition ${label}` })),
    ...(split && partitions <= MOST_PANELS ? [{ id: "split", label: "Split", name: "One panel each" }] : []),
  ];
  const selected = focus.kind === "partition" ? String(focus.partition) : focus.kind;
  const choose = (id: string): void =>
    chooseFocus(id === "all" || id === "split" ? { kind: id } : { kind: "partition", partition: Number(id) });
  if (partitions <= MOST_SEGMENTS)
    return <Segments label="Partition" segments={choices} selected={selected} onSelect={choose} />;
  const shown = choices.find(({ id }) => id === selected);
  return (
    <Menu
      small
      kind="hairline"
      label={`Partition: ${shown?.label ?? ""}`}
      items={choices.map(({ id, name }) => ({
        id,
        label: name ?? id,
        checked: id === selected,
        onSelect: () => choose(id),
      }))}
    >
      {focus.kind === "partition" ? `Partition ${shown?.label ?? ""}` : shown?.label}
    </Menu>
  );
}
