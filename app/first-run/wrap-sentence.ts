import type { FirstSentence, TermPart } from "./sentences.ts";

/** A sentence broken into lines. */
export interface Wrapped {
  readonly lines: readonly FirstSentence[];
  /** px. */
  readonly width: number;
  readonly height: number;
}

/** px */
const LINE = 16;

/** A space, but for the one between a number and its unit. */
const BREAK = / (?!(?:ms|s|min|h|d)\b)/;

/** Pieces that no line break parts: a word, or a term with what follows it at once. */
interface Word {
  readonly parts: (string | TermPart)[];
  text: string;
}

/** @param measure px that a text takes. @param room px: no line is longer, unless one word is. */
export function wrapSentence(
  sentence: FirstSentence,
  measure: (text: string) => number,
  room: number,
): Wrapped {
  const lines: (string | TermPart)[][] = [];
  let text = "";
  let width = 0;
  for (const word of wordsOf(sentence)) {
    const longer = text === "" ? word.text : `${text} ${word.text}`;
    if (text !== "" && measure(longer) > room) {
      lines.push([...word.parts]);
      text = word.text;
    } else {
      if (text === "") lines.push([...word.parts]);
      else lines.at(-1)!.push(" ", ...word.parts);
      text = longer;
    }
    width = Math.max(width, measure(text));
  }
  return { lines: lines.map(joined), width: Math.ceil(width), height: lines.length * LINE };
}

/** Every way to break a sentence within some room that differs from the others, widest first. */
export function formsOf(
  sentence: FirstSentence,
  measure: (text: string) => number,
  room: { readonly most: number; readonly least: number },
): readonly Wrapped[] {
  const forms: Wrapped[] = [];
  let width = room.most;
  while (width >= room.least) {
    const form = wrapSentence(sentence, measure, width);
    if (form.width <= room.most) forms.push(form);
    width = Math.min(width, form.width) - 1;
  }
  return forms;
}

function wordsOf(sentence: FirstSentence): Word[] {
  const words: Word[] = [];
  let apart = true;
  const add = (part: string | TermPart, text: string): void => {
    const last = words.at(-1);
    if (apart || !last) words.push({ parts: [part], text });
    else {
      last.parts.push(part);
      last.text += text;
    }
    apart = false;
  };
  for (const part of sentence) {
    if (typeof part !== "string") {
      add(part, part.text);
      continue;
    }
    part.split(BREAK).forEach((piece, i) => {
      if (i > 0) apart = true;
      if (piece !== "") add(piece, piece);
    });
  }
  return words;
}

/** Neighbouring texts become one. */
function joined(parts: readonly (string | TermPart)[]): FirstSentence {
  const line: (string | TermPart)[] = [];
  for (const part of parts) {
    const last = line.at(-1);
    if (typeof part === "string" && typeof last === "string") line[line.length - 1] = last + part;
    else line.push(part);
  }
  return line;
}
