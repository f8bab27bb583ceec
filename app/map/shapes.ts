import type { TokenName } from "../theme/read-tokens.ts";
import type { Rect } from "./projection.ts";

/** What a picture is made of: plain data, in order from back to front. All measures are CSS px. */
export type Shape = Area | Line | Box | Ring | Words;

export type Hatch = "early" | "late" | "idle" | "idle-focused";

/** A filled polygon. */
export interface Area {
  readonly kind: "area";
  /** x, y, x, y, … */
  readonly points: readonly number[];
  readonly fill: TokenName | { readonly hatch: Hatch };
  /** "tint" is what a closed window is filled with: a little more on dark ground. */
  readonly alpha: number | "tint";
}

/** Lines of one style; each is x, y, x, y, … */
export interface Line {
  readonly kind: "line";
  readonly paths: readonly (readonly number[])[];
  readonly colour: TokenName;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** A rectangle with round corners. */
export interface Box extends Rect {
  readonly kind: "box";
  readonly radius: number;
  readonly fill: TokenName | null;
  readonly edge?: { readonly colour: TokenName; readonly width: number };
}

export interface Ring {
  readonly kind: "ring";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly colour: TokenName;
}

export interface Words {
  readonly kind: "words";
  readonly text: string;
  readonly x: number;
  /** Of the middle of the letters. */
  readonly y: number;
  readonly size: 10 | 11;
  readonly weight: 400 | 500 | 600;
  readonly colour: TokenName;
  readonly align: "left" | "center" | "right";
  /** Drawn around the letters, so that they can be read over lines. */
  readonly halo: boolean;
  /** rad, clockwise around (x, y). */
  readonly angle?: number;
}

/** Shapes that are cut at a rectangle, or at none. */
export interface Layer {
  readonly clip: Rect | null;
  readonly shapes: readonly Shape[];
}

/** px that a text takes. */
export type Measure = (text: string, size: number, weight: number) => number;
