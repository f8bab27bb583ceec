import { nearestWord } from "../common/nearest-word.ts";

/**
 * The candidate that was probably meant, as it is spelled among the candidates; letter case does not matter.
 * @returns null when none is near. A name of one letter has none: any other letter would be as near.
 */
export function nearestName(typed: string, candidates: readonly string[]): string | null {
  if (typed.length < 2) return null;
  const near = nearestWord(
    typed.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  return candidates.find((candidate) => candidate.toLowerCase() === near) ?? null;
}
