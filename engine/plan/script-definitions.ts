import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { Identifier } from "../sql/ast.ts";
import type { CreateStatement } from "../sql/statement-ast.ts";
import { bindDefinition } from "./bind-definition.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { findStream, streamOfName } from "./find-stream.ts";
import type { SpokenOption } from "./read-options.ts";

/** The streams that a script sees: the loaded ones, as its CREATE statements define them. */
export class ScriptDefinitions {
  readonly #loaded: readonly StreamDefinition[];
  readonly #report: DiagnosticList;
  readonly #defined = new Set<string>();
  readonly #options = new Map<string, readonly SpokenOption[]>();
  #streams: readonly StreamDefinition[];

  constructor(loaded: readonly StreamDefinition[], report: DiagnosticList) {
    this.#loaded = loaded;
    this.#streams = loaded;
    this.#report = report;
  }

  get streams(): readonly StreamDefinition[] {
    return this.#streams;
  }

  /** What the definitions say of streams, by lower-case name. */
  get options(): ReadonlyMap<string, readonly SpokenOption[]> {
    return this.#options;
  }

  /**
   * Applies `CREATE STREAM name (…) WITH (…)`. A name is defined once, unless OR REPLACE has the later definition take
   * the whole place of the former, or IF NOT EXISTS leaves the former as it is.
   * @param passed whether the query stands before.
   * @param filled the table that the query's INSERT fills, if any: it need not be loaded.
   */
  define(statement: CreateStatement, passed: boolean, filled: Identifier | null): void {
    const { name } = statement;
    if (name === null || !this.#isFirst(statement, name)) return;
    const isFilled = filled !== null && sameName(filled, name);
    if (isFilled && streamOfName(name.text, this.#loaded) === null) return;
    const loaded = findStream(name, this.#loaded, this.#report);
    if (loaded === null) return;
    if (passed) {
      this.#report.error(
        "DEFINITION_AFTER_QUERY",
        statement.headRange,
        `${name.text} is declared behind the query.`,
        {
          hint: "Move the definition before the query.",
        },
      );
      return;
    }
    const { stream, options } = bindDefinition(statement, loaded, this.#report);
    this.#streams = this.#streams.map((other) => (other.name === stream.name ? stream : other));
    this.#options.set(stream.name.toLowerCase(), options);
  }

  /** Whether the definition counts: after reporting where one of the same name stands before and remains. */
  #isFirst({ orReplace, ifNotExists }: CreateStatement, { text, range }: Identifier): boolean {
    const key = text.toLowerCase();
    if (orReplace || !this.#defined.has(key)) {
      this.#defined.add(key);
      return true;
    }
    if (ifNotExists)
      this.#report.info("DEFINITION_WITHOUT_EFFECT", range, `${text} is defined already, and remains so.`, {
        hint: "Write CREATE OR REPLACE to have this definition take its place.",
      });
    else
      this.#report.error("DUPLICATE_DEFINITION", range, `${text} is defined twice.`, {
        hint: "Keep one definition, or write CREATE OR REPLACE to have this one take the place of the former.",
      });
    return false;
  }
}

function sameName(a: Identifier, b: Identifier): boolean {
  return a.text.toLowerCase() === b.text.toLowerCase();
}
