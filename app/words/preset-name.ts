import type { PresetName } from "../../engine/client/types.ts";

/** The engines as they write themselves, in the order of the menus. */
export const PRESET_NAMES: Readonly<Record<PresetName, string>> = {
  velostream: "Velostream",
  flink: "Flink",
  ksqldb: "ksqlDB",
  risingwave: "RisingWave",
};

export const PRESETS: readonly PresetName[] = Object.keys(PRESET_NAMES) as PresetName[];
