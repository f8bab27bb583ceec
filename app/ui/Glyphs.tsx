import type { ReactNode } from "react";
import type { Pane, Verdict, WindowRow } from "../../engine/client/types.ts";
import styles from "./Glyphs.module.css";

const verdictShapes: Record<Verdict, ReactNode> = {
  counted: <circle cx="8" cy="8" r="4" className={styles.onTimeFill} />,
  "out of order": (
    <>
      <circle cx="8" cy="8" r="2.9" className={styles.onTimeFill} />
      <circle cx="8" cy="8" r="5.8" strokeWidth="1.3" className={styles.onTimeLine} />
    </>
  ),
  "counted late": <path d="M8 2.2 13.8 8 8 13.8 2.2 8z" className={styles.lateFill} />,
  dropped: (
    <>
      <circle cx="8" cy="8" r="5.6" strokeWidth="1.5" className={styles.droppedLine} />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" strokeWidth="1.6" className={styles.droppedLine} />
    </>
  ),
  "not yet": <circle cx="8" cy="8" r="3.8" strokeWidth="1" className={styles.quietLine} />,
  filtered: <path d="M4 8h8" strokeWidth="1.6" className={styles.quietLine} />,
  skipped: <path d="m5.5 4 4 4-4 4" strokeWidth="1.5" className={styles.quietLine} />,
  "in no window": <path d="M6 3.5H4.5v9H6M10 3.5h1.5v9H10" strokeWidth="1.4" className={styles.quietLine} />,
  malformed: <path d="M8 3v6M8 12.4v.2" strokeWidth="1.8" className={styles.quietLine} />,
};

/** What became of a record, by shape and fill first; the word always stands somewhere beside it. */
export function VerdictGlyph({ verdict }: { readonly verdict: Verdict }): ReactNode {
  return (
    <svg className={styles.verdict} viewBox="0 0 16 16" aria-hidden="true">
      {verdictShapes[verdict]}
    </svg>
  );
}

const verdictWords: Partial<Record<Verdict, string>> = {
  "counted late": styles.lateWord,
  dropped: styles.droppedWord,
  "not yet": styles.quietWord,
};

/** The same shape inside a picture. @param x,y px of its middle. */
export function VerdictMark({ verdict, x, y }: VerdictMarkProps): ReactNode {
  return (
    <g transform={`translate(${x - 8} ${y - 8})`} className={styles.verdict}>
      {verdictShapes[verdict]}
    </g>
  );
}

interface VerdictMarkProps {
  readonly verdict: Verdict;
  readonly x: number;
  readonly y: number;
}

/** A verdict spelled out in the colour of its role. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }): ReactNode {
  return <span className={verdictWords[verdict] ?? styles.plainWord}>{verdict}</span>;
}

/** The pane of a row: early hatched /, on-time solid, late hatched \. */
export function PaneGlyph({ pane }: { readonly pane: Pane }): ReactNode {
  return (
    <svg className={styles.pane} viewBox="0 0 12 12" aria-hidden="true">
      {pane === "on-time" ? (
        <rect x="1" y="1" width="10" height="10" className={styles.onTimeFill} />
      ) : (
        <>
          <rect
            x="1.5"
            y="1.5"
            width="9"
            height="9"
            className={pane === "early" ? styles.earlyLine : styles.lateLine}
          />
          <path
            d={pane === "early" ? "m2 7 5-5M2 10.5l8.5-8.5M5 10l5.5-5.5" : "m5 2 5.5 5.5M2 2l8.5 8.5M2 5l5 5"}
            className={pane === "early" ? styles.earlyLine : styles.lateLine}
          />
        </>
      )}
    </svg>
  );
}

/** Glyph and word of a pane. */
export function PaneWord({ pane }: { readonly pane: Pane }): ReactNode {
  return (
    <span className={pane === "late" ? styles.lateWord : styles.plainWord}>
      <PaneGlyph pane={pane} /> {pane}
    </span>
  );
}

/** A row that was taken back, as the map marks it. */
export function WithdrawnGlyph(): ReactNode {
  return (
    <svg className={styles.verdict} viewBox="0 0 16 16" aria-hidden="true">
      <rect
        x="2.6"
        y="2.6"
        width="10.8"
        height="10.8"
        rx="2"
        strokeWidth="1.25"
        className={styles.textLine}
      />
      <path d="M5 8h6" strokeWidth="1.75" className={styles.textLine} />
    </svg>
  );
}

/** Glyph and word of a window's state: hatched like its early rows, solid once closed, empty once expired. */
export function WindowWord({ state }: { readonly state: WindowRow["state"] }): ReactNode {
  return (
    <span className={state === "expired" ? styles.quietWord : styles.plainWord}>
      {state === "expired" ? (
        <svg className={styles.pane} viewBox="0 0 12 12" aria-hidden="true">
          <rect x="1.5" y="1.5" width="9" height="9" strokeDasharray="2 1.5" className={styles.quietLine} />
        </svg>
      ) : (
        <PaneGlyph pane={state === "open" ? "early" : "on-time"} />
      )}{" "}
      {state}
    </span>
  );
}
