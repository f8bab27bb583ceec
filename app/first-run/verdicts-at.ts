import { type Verdict, verdictWord } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";

/** What became of the records before a position, and "not yet" while others are to come. @param read records read. */
export function verdictsAt(mirror: TraceMirror, read: number): ReadonlySet<Verdict> {
  const { first, known, fate } = mirror;
  const verdicts = new Set<Verdict>();
  for (let i = 0; i < Math.min(read, known) - first; i++) verdicts.add(verdictWord(fate[i]!));
  if (read < known) verdicts.add("not yet");
  return verdicts;
}
