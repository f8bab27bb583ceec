import { readTokens, toHex, type TokenName } from "../../theme/read-tokens.ts";

const names = [
  "bg",
  "surface",
  "line",
  "line2",
  "text",
  "text2",
  "text3",
  "ink",
  "on-ink",
  "early",
  "on-time",
  "late",
  "dropped",
  "early-word",
  "on-time-word",
  "late-word",
  "dropped-word",
] as const satisfies readonly TokenName[];

/** What a canvas paints with: the tokens of the present theme. */
export interface Palette {
  /** `#rrggbb`. */
  readonly colour: (name: TokenName) => string;
  /** Opacity of a closed window's fill: a little more on dark ground. */
  readonly tint: number;
  /** CSS font families. */
  readonly family: string;
  /** Differs between palettes. */
  readonly id: string;
}

/** @param dark whether the theme is dark. @param forced whether the visitor's own few colours replace all others. */
export function readPalette(dark: boolean, forced: boolean): Palette {
  const colours: Partial<Record<TokenName, string>> = forced ? systemColours() : readTokens(names);
  const fallback = colours.text!;
  return {
    colour: (name) => colours[name] ?? fallback,
    tint: dark ? 0.1 : 0.075,
    family: getComputedStyle(document.body).fontFamily,
    id: JSON.stringify(colours),
  };
}

/** Where colours are the visitor's, shapes alone tell verdicts apart. */
const systemNames: Partial<Record<TokenName, string>> = {
  bg: "Canvas",
  surface: "Canvas",
  line: "GrayText",
  line2: "GrayText",
  text: "CanvasText",
  ink: "Highlight",
  "on-ink": "HighlightText",
  early: "GrayText",
  late: "LinkText",
};

/** As numbers: a pattern's canvas has no page whose colours it could ask for. */
function systemColours(): Partial<Record<TokenName, string>> {
  const probe = document.createElement("span");
  probe.style.forcedColorAdjust = "none";
  document.body.append(probe);
  const colours = Object.entries(systemNames).map(([name, colour]) => {
    probe.style.color = colour;
    return [name, toHex(getComputedStyle(probe).color)];
  });
  probe.remove();
  return Object.fromEntries(colours) as Partial<Record<TokenName, string>>;
}
