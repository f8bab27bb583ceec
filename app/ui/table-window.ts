/** Tallest body that browsers lay out exactly, px; beyond it one px of scrolling passes more than one px of rows. */
const TALLEST = 24_000_000;

/** Which rows of a long table are in sight, and where they stand. */
export interface TableWindow {
  /** px of the body. */
  readonly height: number;
  /** First row in sight. */
  readonly first: number;
  /** Whole rows that fit. */
  readonly fits: number;
  /** px from the top of the body to a row. */
  readonly topOf: (row: number) => number;
}

export interface TableWindowOptions {
  readonly count: number;
  /** px. */
  readonly rowHeight: number;
  /** px that rows have, the header not included. */
  readonly room: number;
  /** px. */
  readonly scrollTop: number;
}

/** The rows that a scroll position shows. */
export function tableWindow({ count, rowHeight, room, scrollTop }: TableWindowOptions): TableWindow {
  const fits = Math.max(1, Math.floor(room / rowHeight));
  /** Below the last row, so that the last scroll position shows whole rows from the top. */
  const spare = Math.max(0, room - fits * rowHeight);
  const full = count * rowHeight + spare;
  const height = Math.min(full, TALLEST);
  const faster = height <= room ? 1 : (full - room) / (height - room);
  const passed = scrollTop * faster;
  return {
    height,
    first: Math.max(0, Math.min(count - 1, Math.floor(passed / rowHeight + 1e-6))),
    fits,
    topOf: (row) => row * rowHeight - (passed - scrollTop),
  };
}

/** The scroll position, px, at which a row is the first in sight. */
export function scrollTopOf(
  row: number,
  { count, rowHeight, room }: Omit<TableWindowOptions, "scrollTop">,
): number {
  const { height, fits } = tableWindow({ count, rowHeight, room, scrollTop: 0 });
  const last = Math.max(0, count - fits);
  return last === 0 ? 0 : (Math.min(last, Math.max(0, row)) / last) * (height - room);
}
