import type * as monaco from "monaco-editor/editor";
import { readTokens } from "../theme/read-tokens.ts";

/** The page's colours of now as a Monaco theme. @param dark what the page shows. */
export function editorTheme(dark: boolean): monaco.editor.IStandaloneThemeData {
  const token = readTokens([
    "surface",
    "raised",
    "line",
    "line2",
    "hover",
    "sel",
    "text",
    "text2",
    "text3",
    "ink",
    "focus",
    "late",
    "sql-keyword",
    "sql-string",
    "sql-comment",
  ]);
  const rule = (name: string, colour: string): monaco.editor.ITokenThemeRule => ({
    token: name,
    foreground: colour.slice(1),
  });
  return {
    base: dark ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      rule("", token.text),
      rule("keyword", token["sql-keyword"]),
      rule("string", token["sql-string"]),
      rule("comment", token["sql-comment"]),
    ],
    colors: {
      foreground: token.text,
      focusBorder: token.focus,
      "editor.background": token.surface,
      "editor.foreground": token.text,
      "editor.lineHighlightBackground": token.sel,
      "editor.lineHighlightBorder": "#00000000",
      "editor.selectionBackground": `${token.focus}38`,
      "editor.inactiveSelectionBackground": `${token.focus}22`,
      "editorLineNumber.foreground": token.text3,
      "editorLineNumber.activeForeground": token.text,
      "editorCursor.foreground": token.ink,
      "editorBracketMatch.background": token.hover,
      "editorBracketMatch.border": token.line2,
      "editorError.foreground": token.late,
      "editorWarning.foreground": token.late,
      "editorInfo.foreground": token.text3,
      "editorWidget.background": token.raised,
      "editorWidget.foreground": token.text,
      "editorWidget.border": token.line,
      "editorHoverWidget.background": token.raised,
      "editorHoverWidget.foreground": token.text,
      "editorHoverWidget.border": token.line,
      "editorHoverWidget.statusBarBackground": token.hover,
      "textLink.foreground": token["sql-keyword"],
      "widget.shadow": "#00000022",
      "scrollbarSlider.background": `${token.line2}55`,
      "scrollbarSlider.hoverBackground": `${token.line2}88`,
      "menu.background": token.raised,
      "menu.foreground": token.text,
      "menu.selectionBackground": token.hover,
      "menu.selectionForeground": token.text,
    },
  };
}
