/**
 * The candidate that a misspelt word most likely means: at most two letters missing, superfluous, wrong or swapped, one
 * in words of up to four letters; null when none is that near. @param word And the candidates, in one letter case.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null;
  let distance = word.length <= 4 ? 2 : 3;
  if (word.length > 40) return null;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= distance) continue;
    const found = editDistance(word, candidate);
    if (found < distance) [nearest, distance] = [candidate, found];
  }
  return nearest;
}

/** Damerau-Levenshtein distance (adjacent swaps count once). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
