import type { LinkDocument } from "./link-document.ts";
import { count } from "../words/value.ts";

/** Longest link that chat services are known to pass on whole, and longest that is fit to be sent at all; characters. */
export const CHAT_LIMIT = 2_000;
export const SEND_LIMIT = 8_000;

/** What a link opens: "It opens this query paused at record 14, with #13 selected." @param noun what one record is called. */
export function opensSentence({ position, selection, source }: LinkDocument, noun: string): string {
  const what = source.kind === "text" ? `this query with the records of ${source.name}` : "this query";
  const where =
    position === "end"
      ? "with all records read"
      : position === 0
        ? "paused at the start"
        : `paused after ${count(position)} ${noun}${position === 1 ? "" : "s"}`;
  const chosen =
    selection?.kind === "record"
      ? `, with #${selection.seq} selected`
      : selection?.kind === "row"
        ? ", with a row selected"
        : selection?.kind === "window"
          ? ", with a window selected"
          : "";
  return `It opens ${what} ${where}${chosen}.`;
}

/** What the length of a link means for sending it; null while it means nothing. @param length characters. */
export function lengthSentence(length: number): string | null {
  if (length <= CHAT_LIMIT) return null;
  return length <= SEND_LIMIT
    ? `It has ${count(length)} characters: some chat services cut links above ${count(CHAT_LIMIT)}.`
    : `It has ${count(length)} characters, more than many programs pass on: the file opens the same.`;
}
