import type { ReactNode } from "react";
import styles from "./Icon.module.css";

const shapes = {
  play: <path d="M5.5 3.2v9.6l7-4.8z" fill="currentColor" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.4" />,
  toStart: <path d="M4 3.5v9M12 4v8L6.5 8z" />,
  step: <path d="M4 4v8l5.5-4zM12 3.5v9" />,
  stepBack: <path d="M10 4v8L4.5 8zM12.5 3.5v9" />,
  toEnd: <path d="M2.5 4v8l4.5-4zM7.5 4v8L12 8zM13.5 3.5v9" />,
  down: <path d="M4.5 6.5 8 10l3.5-3.5" />,
  previous: <path d="M9.5 4.5 6 8l3.5 3.5" />,
  nextRecord: <path d="M5.5 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5M11 4.5 14.5 8 11 11.5" />,
  nextClose: <path d="M3 4h5M5.5 4v8M11 4.5 14.5 8 11 11.5" />,
  nextWatermark: <path d="M1.5 12.5h3v-4h3v-4h1M11 4.5 14.5 8 11 11.5" />,
  nextDrop: <path d="m2.5 5 6 6m0-6-6 6M11 4.5 14.5 8 11 11.5" />,
  nextCorrection: <path d="M5.5 4.5 9 8l-3.5 3.5L2 8zM11 4.5 14.5 8 11 11.5" />,
  nextRow: <path d="M2 5h6M2 8h6M2 11h6M11 4.5 14.5 8 11 11.5" />,
  moon: <path d="M13 9.6A5.4 5.4 0 0 1 6.4 3 5.4 5.4 0 1 0 13 9.6z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" />
    </>
  ),
  system: (
    <>
      <circle cx="8" cy="8" r="5.2" />
      <path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" stroke="none" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.3 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.3M8 11.4v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.4v3.8M8 4.8v.1" />
    </>
  ),
  file: <path d="M4 2.5h5l3 3v8H4zM9 2.5v3h3" />,
  table: <path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6" />,
  chart: <path d="M2.5 2.5v11h11M5 10.5h2.5v-4H11v-3" />,
  fit: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
  zoomIn: <path d="M8 3.5v9M3.5 8h9" />,
  zoomOut: <path d="M3.5 8h9" />,
  back: <path d="M6 4 3 7l3 3M3 7h6.5a3 3 0 0 1 0 6H7" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  download: <path d="M8 2.5v7M5 7l3 3 3-3M3 13.5h10" />,
  share: <path d="M8 9.5v-7M5 5l3-3 3 3M3.5 8.5v5h9v-5" />,
  warning: <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** 16 px, in the colour of the text beside it; it says nothing by itself, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
