import type { ReactNode } from "react";
import type { RecordStory } from "../../engine/client/types.ts";

export interface StoryCardProps {
  readonly story: RecordStory;
  /** Chosen; else only pointed at. */
  readonly pinned: boolean;
  /** 344 wide over the map, a strip under it, or a sheet under it on a phone. */
  readonly layout: "card" | "strip" | "sheet";
}

/** What decided about one record. */
export function StoryCard({ story }: StoryCardProps): ReactNode {
  return <h3>{`#${story.seq} ${story.verdict}`}</h3>;
}
