import { create } from "zustand";

/** Whether runs record their steps. On with every visit; links do not say it. */
export interface TraceSetting {
  readonly on: boolean;
}

export const useTraceSetting = create<TraceSetting>(() => ({ on: true }));
