import { expect, test } from "vitest";
import { pngName } from "./map-png.ts";

test("a picture is named after its source and its position", () => {
  expect(pngName("late-orders", 42)).toBe("late-orders-at-42.png");
  expect(pngName("My orders (2).csv", 7)).toBe("My-orders-2-at-7.png");
});

test("whatever a file is called, the name of the picture is one that can be saved", () => {
  expect(pngName("../../etc/passwd.csv", 0)).toBe("etc-passwd-at-0.png");
  expect(pngName("", 0)).toBe("stream-at-0.png");
  expect(pngName("<b>.jsonl", 0)).toBe("b-at-0.png");
  expect(pngName("x".repeat(500), 1)).toHaveLength(60 + "-at-1.png".length);
});
