/** What a column asks of the width that there is. */
export interface ColumnWish {
  /** px that its widest cell needs, padding included. */
  readonly width: number;
  /** Columns of a higher rank are left out first when space is short; rank 0 never. */
  readonly rank: number;
  /** Columns of one group leave together. */
  readonly group?: number | undefined;
  /** Does not take part in what is left over. */
  readonly fixed: boolean;
}

export interface ColumnFit {
  /** px a column; null for one that is left out. */
  readonly widths: readonly (number | null)[];
  /** Whether the padding was halved to make room. */
  readonly tight: boolean;
}

/**
 * Leaves out columns until the rest fits whole, then shares out what is left over: no cell is ever cut.
 * @param available px. @param give px a column that halving its padding gives. @returns Widths whose sum exceeds
 * `available` only when all columns that remain have rank 0 and are tight: then the pane scrolls sideways.
 */
export function fitColumns(wishes: readonly ColumnWish[], available: number, give: number): ColumnFit {
  const shown = new Set(wishes.keys());
  const total = (): number => [...shown].reduce((sum, index) => sum + wishes[index].width, 0);
  const leaving = [...shown].filter((index) => wishes[index].rank > 0);
  leaving.sort((a, b) => wishes[b].rank - wishes[a].rank || b - a);
  for (const index of leaving) {
    if (total() <= available) break;
    if (!shown.has(index)) continue;
    const { group } = wishes[index];
    for (const other of shown)
      if (other === index || (group !== undefined && wishes[other].group === group)) shown.delete(other);
  }
  const tight = total() > available;
  const spare = available - total() + (tight ? shown.size * give : 0);
  const sharing = [...shown].filter((index) => !wishes[index].fixed).length;
  const share = sharing === 0 ? 0 : Math.max(0, spare) / sharing;
  const widths = wishes.map(({ width, fixed }, index) =>
    shown.has(index) ? width - (tight ? give : 0) + (fixed ? 0 : share) : null,
  );
  return { widths, tight };
}
