import { type Column, isNull, readValue } from "../../data/column.ts";
import { type DataType, isNested } from "../../data/data-type.ts";
import { type Element, readNested } from "../../data/nested-value.ts";
import { type Operand, maskOf } from "../kernel.ts";

/** Reads an argument row by row, ARRAYs, MAPs and STRUCTs taken apart; a text that comes again and again only once. */
export class ElementReader {
  readonly #type: DataType;
  readonly #mask: number;
  readonly #nested: boolean;
  #text: string | null = null;
  #value: Element = null;

  constructor(operand: Operand) {
    this.#type = operand.type;
    this.#mask = maskOf(operand);
    this.#nested = isNested(operand.type);
  }

  at(column: Column, row: number): Element {
    const index = row & this.#mask;
    if (isNull(column, index)) return null;
    const value = readValue(column, this.#type, index);
    return this.#nested ? this.of(value as string) : value;
  }

  /** The value that a dictionary entry stands for. */
  of(text: string): Element {
    if (!this.#nested) return text;
    if (text !== this.#text) {
      this.#text = text;
      this.#value = readNested(text, this.#type);
    }
    return this.#value;
  }
}
