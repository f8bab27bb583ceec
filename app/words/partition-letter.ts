/** Partitions are lanes with letters: 0 is A, 25 is Z, 26 is AA. @param partition from 0; -1 (none) is "". */
export function partitionLetter(partition: number): string {
  let letters = "";
  for (let n = partition; n >= 0; n = Math.floor(n / 26) - 1)
    letters = String.fromCharCode(65 + (n % 26)) + letters;
  return letters;
}
