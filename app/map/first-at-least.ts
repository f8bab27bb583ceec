/** Index of the first of `length` ascending values that is >= value; `length` when there is none. */
export function firstAtLeast(
  values: { readonly [index: number]: number; readonly length: number },
  value: number,
  length: number = values.length,
): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
