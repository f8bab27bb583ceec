import type { Select, SelectExpression } from "../sql/ast.ts";

/** Items of SELECT by the names given with AS. */
export class SelectAliases {
  readonly #items: readonly SelectExpression[];

  constructor(select: Select) {
    this.#items = select.items.filter((item) => item.kind === "expression");
  }

  /** @returns The first item of that name in any letter case, or null. */
  find(name: string): SelectExpression | null {
    const wanted = name.toLowerCase();
    return this.#items.find((item) => item.alias?.text.toLowerCase() === wanted) ?? null;
  }

  names(): readonly string[] {
    return this.#items.flatMap((item) => (item.alias ? [item.alias.text] : []));
  }
}
