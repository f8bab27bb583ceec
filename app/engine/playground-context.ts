import { createContext, use } from "react";
import type { Playground } from "./playground.ts";

export const PlaygroundContext = createContext<Playground | null>(null);

/** What the visitor can do; the same object for the life of the page. */
export function usePlayground(): Playground {
  const playground = use(PlaygroundContext);
  if (playground === null) throw new Error("usePlayground is called outside PlaygroundContext");
  return playground;
}
