import { expect, test } from "vitest";
import { EVENT_KINDS } from "../../engine/client/types.ts";
import { eventKey, transportAction, type TransportAction } from "./transport-action.ts";

const jump = (kind: string, direction: string): unknown => ({ do: "jump", kind, direction });

function press(key: string, shiftKey = false, code = ""): TransportAction | null {
  return transportAction({ key, code, shiftKey });
}

test("each key does what the transport's buttons do", () => {
  expect(press(" ")).toEqual({ do: "play" });
  expect(press("Home")).toEqual({ do: "start" });
  expect(press("End")).toEqual({ do: "end" });
  expect(press("[")).toEqual({ do: "speed", by: -1 });
  expect(press("]")).toEqual({ do: "speed", by: 1 });
  expect(press(".")).toEqual(jump("record", "next"));
  expect(press(",")).toEqual(jump("record", "previous"));
  expect(press("d")).toEqual(jump("drop", "next"));
  expect(press("c")).toEqual(jump("correction", "next"));
});

test("Shift turns a letter back, whatever Caps Lock makes of it", () => {
  expect(press("D", true)).toEqual(jump("drop", "previous"));
  expect(press("D")).toEqual(jump("drop", "next"));
  expect(press("d", true)).toEqual(jump("drop", "previous"));
});

test("Shift with full stop or comma goes by window closes, whatever character the keyboard makes of it", () => {
  expect(press(">", true, "Period")).toEqual(jump("close", "next"));
  expect(press(":", true, "Period")).toEqual(jump("close", "next"));
  expect(press("<", true, "Comma")).toEqual(jump("close", "previous"));
  expect(press(";", true, "Comma")).toEqual(jump("close", "previous"));
});

test("a full stop that needs Shift is a full stop", () => {
  expect(press(".", true, "Comma")).toEqual(jump("record", "next"));
});

test("other keys are left to those whose they are", () => {
  for (const key of ["Tab", "Enter", "Escape", "w", "f", "s", "?", "ArrowLeft", "1", "Shift"])
    expect(press(key), key).toBeNull();
  expect(press(":", false, "Period")).toBeNull();
});

test("every event has a key both ways, and the key shown for it is the key that goes there", () => {
  for (const kind of EVENT_KINDS)
    for (const direction of ["next", "previous"] as const) {
      const shown = eventKey(kind, direction);
      const key = shown.replace("⇧ ", "");
      const shift = shown.startsWith("⇧");
      const made = shift && kind === "close" ? "?" : key;
      const code = key === "." ? "Period" : key === "," ? "Comma" : "";
      expect(press(made, shift, code), shown).toEqual(jump(kind, direction));
    }
});
