import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toHex } from "./read-tokens.ts";

type Rgb = readonly [number, number, number];
type Scheme = "light" | "dark";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map((match) => [
    match[1]!,
    { light: parse(match[2]!), dark: parse(match[3]!) },
  ]),
);
const roles = ["early", "on-time", "late", "dropped"];

describe.each<Scheme>(["light", "dark"])("%s", (scheme) => {
  const contrastOf = (a: string, b: string): number => contrast(token(a, scheme), token(b, scheme));

  test.each(["text", "text2", "text3"])("%s is at least 4.5:1 on every ground", (name) => {
    for (const ground of ["bg", "surface", "raised", "hover", "sel"])
      expect(contrastOf(name, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test.each(roles)("%s is at least 3:1 as a mark and 5.6:1 as a word", (role) => {
    expect(contrastOf(role, "surface")).toBeGreaterThanOrEqual(3);
    expect(contrastOf(`${role}-word`, "surface")).toBeGreaterThanOrEqual(5.6);
  });

  test("SQL colours are at least 4.5:1 on the editor and on its current line", () => {
    for (const name of ["sql-keyword", "sql-string", "sql-comment"])
      for (const ground of ["surface", "sel"])
        expect(contrastOf(name, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test("control borders and the focus ring are at least 3:1", () => {
    for (const name of ["line2", "focus"])
      expect(contrastOf(name, "surface"), name).toBeGreaterThanOrEqual(3);
    expect(contrastOf("focus", "bg")).toBeGreaterThanOrEqual(3);
    expect(contrastOf("on-ink", "ink")).toBeGreaterThanOrEqual(7);
  });

  test("the data roles stay at least 20 OKLab units apart for every kind of colour sight", () => {
    for (const [sight, matrix] of Object.entries(sights))
      for (const a of roles)
        for (const b of roles) {
          if (a >= b) continue;
          const distance = 100 * distanceOf(see(token(a, scheme), matrix), see(token(b, scheme), matrix));
          expect(distance, `${a} and ${b} under ${sight}`).toBeGreaterThanOrEqual(19.9);
        }
  });
});

test("a computed colour becomes the hexadecimal that editors want", () => {
  expect(toHex("rgb(21, 24, 29)")).toBe("#15181d");
  expect(toHex("rgba(0, 0, 0, 0)")).toBe("#000000");
});

function token(name: string, scheme: Scheme): Rgb {
  const found = tokens.get(name);
  if (!found) throw new Error(`tokens.css has no colour --${name}`);
  return found[scheme];
}

function parse(hex: string): Rgb {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (colour: Rgb): number => {
    const [r, g, b] = colour.map(linear) as unknown as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Colour sight as matrices on linear RGB, full severity (Machado, Oliveira, Fernandes 2009). */
const sights: Record<string, readonly number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function see(colour: Rgb, m: readonly number[]): Rgb {
  const [r, g, b] = colour.map(linear) as unknown as Rgb;
  return [0, 3, 6].map((i) =>
    Math.min(1, Math.max(0, m[i]! * r + m[i + 1]! * g + m[i + 2]! * b)),
  ) as unknown as Rgb;
}

/** Distance in OKLab of two colours in linear RGB. */
function distanceOf(a: Rgb, b: Rgb): number {
  const [x, y] = [oklab(a), oklab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
