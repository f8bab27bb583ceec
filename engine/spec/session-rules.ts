/** What a preset says of sessions. A session ends a gap after its last record. semantics.md, sections 4 and 7. */
export interface SessionRules {
  /** Whether records exactly a gap apart are in one session. */
  readonly touchingJoins: boolean;
  /** What results call its end: its last record + gap, or the time of its last record. */
  readonly shownEnd: "last+gap" | "last";
  /**
   * At which watermark it closes: `closeDelay` ms after its end, and the grace where windows close after their lateness;
   * or above the first record of the next session of its group.
   */
  readonly closes: "after-end" | "after-next-record";
  readonly closeDelay: number;
  /**
   * Which rows a record takes back when it joins the shown session that they stand for: where its bounds move, under EMIT
   * FINAL too; or all, but those of a session that is the record's time alone, under EMIT CHANGES only.
   */
  readonly retracts: "moved" | "joined";
  /** Whether a record that is in time may join a session that has closed, and open it again. */
  readonly outlivesClose: boolean;
}

const velostream: SessionRules = {
  touchingJoins: true,
  shownEnd: "last+gap",
  closes: "after-end",
  closeDelay: 1,
  retracts: "moved",
  outlivesClose: false,
};

export const sessionRules: {
  readonly [Preset in "velostream" | "ksqldb" | "flink" | "risingwave"]: SessionRules;
} = {
  velostream,
  ksqldb: { ...velostream, shownEnd: "last", retracts: "joined", outlivesClose: true },
  flink: { ...velostream, closeDelay: -1 },
  risingwave: { ...velostream, touchingJoins: false, shownEnd: "last", closes: "after-next-record" },
};
