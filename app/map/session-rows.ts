/** A session as far as the rows of the lane go. */
export interface RowSession {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** The row of each session, and which group has a row of its own. */
export interface SessionRows {
  /** By index of the session; -1: there is no room for it. */
  readonly rows: readonly number[];
  /** Keys by row, where each group has a row; else empty. */
  readonly groups: readonly number[];
}

/**
 * Lays sessions in rows so that none overlaps another: a row for each group where they are few, else wherever there is
 * room, the group that is chosen first.
 * @param sessions of one group they never overlap.
 */
export function sessionRows(
  sessions: readonly RowSession[],
  count: number,
  chosen: number | null,
): SessionRows {
  const groups = [...new Set(sessions.map(({ key }) => key))].sort((a, b) => a - b);
  if (groups.length <= count) return { rows: sessions.map(({ key }) => groups.indexOf(key)), groups };
  const free = Array.from({ length: count }, () => -Infinity);
  const rows = sessions.map(() => -1);
  const reserved = chosen !== null && groups.includes(chosen) && count > 1;
  const order = sessions.map((_, i) => i).sort((a, b) => sessions[a]!.start - sessions[b]!.start);
  for (const i of order) {
    const { key, start, end } = sessions[i]!;
    if (reserved && key === chosen) rows[i] = 0;
    else {
      const row = free.findIndex((until, at) => until <= start && !(reserved && at === 0));
      rows[i] = row;
      if (row >= 0) free[row] = end;
    }
  }
  return { rows, groups: [] };
}
