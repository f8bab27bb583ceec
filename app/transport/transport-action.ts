import type { Direction, EventKind } from "../../engine/client/types.ts";

/** What a key of the transport asks for. */
export type TransportAction =
  | { readonly do: "play" | "start" | "end" }
  | { readonly do: "speed"; readonly by: 1 | -1 }
  | { readonly do: "jump"; readonly kind: EventKind; readonly direction: Direction };

/** What counts of a key press. */
export type PressedKey = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

const letters: Record<string, EventKind> = { d: "drop", c: "correction", m: "watermark", r: "row" };

/**
 * Full stop and comma go by records, with Shift by window closes; what Shift makes of them differs between keyboards, so
 * there the place of the key counts. A letter goes to the next event of its kind, with Shift to the previous one.
 * @returns What a key asks for; null when it is none of the transport's.
 */
export function transportAction({ key, code, shiftKey }: PressedKey): TransportAction | null {
  const kind = letters[key.toLowerCase()];
  if (kind) return { do: "jump", kind, direction: shiftKey ? "previous" : "next" };
  switch (key) {
    case " ":
      return { do: "play" };
    case "Home":
      return { do: "start" };
    case "End":
      return { do: "end" };
    case "[":
      return { do: "speed", by: -1 };
    case "]":
      return { do: "speed", by: 1 };
    case ".":
      return { do: "jump", kind: "record", direction: "next" };
    case ",":
      return { do: "jump", kind: "record", direction: "previous" };
    default:
      if (!shiftKey || (code !== "Period" && code !== "Comma")) return null;
      return { do: "jump", kind: "close", direction: code === "Period" ? "next" : "previous" };
  }
}

/** The key that goes to an event, as menus and tooltips show it. */
export function eventKey(kind: EventKind, direction: Direction): string {
  if (kind === "record") return direction === "next" ? "." : ",";
  if (kind === "close") return direction === "next" ? "⇧ ." : "⇧ ,";
  const letter = Object.keys(letters)
    .find((one) => letters[one] === kind)!
    .toUpperCase();
  return direction === "next" ? letter : `⇧ ${letter}`;
}
