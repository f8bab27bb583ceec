import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Engine, LoadResult, QueryDocument, RunState } from "../../engine/client/types.ts";
import { useDocument } from "../session/document-store.ts";
import { useRun } from "../session/run-store.ts";
import { createPlayground, type Playground } from "./playground.ts";

const LENGTH = 10;
/** ms after an answer of the engine in which its state comes. */
const LATE = 5;

/** Ten records; loads what it is given. Its states come later than its answers, as those of a worker may. */
class LateEngine implements Pick<Engine, "load" | "seek" | "play" | "pause" | "setSpeed" | "subscribe"> {
  readonly loaded: string[] = [];
  state = { phase: "paused", run: 0, position: 0, known: LENGTH, length: LENGTH } as RunState;
  #listener: (state: RunState) => void = () => undefined;

  subscribe(listener: (state: RunState) => void): () => void {
    this.#listener = listener;
    listener(this.state);
    return () => undefined;
  }

  async load({ sql }: QueryDocument): Promise<LoadResult> {
    this.loaded.push(sql);
    const query = sql === "wrong" ? null : ({} as LoadResult["query"]);
    if (query) this.#stand(0, this.state.run + 1);
    return { diagnostics: [], query, dialect: null };
  }

  async seek(place: number): Promise<void> {
    this.#stand(place, this.state.run);
  }

  async play(): Promise<void> {
    this.#stand(LENGTH + 1, this.state.run);
  }

  async pause(): Promise<void> {
    return undefined;
  }

  async setSpeed(): Promise<void> {
    return undefined;
  }

  #stand(place: number, run: number): void {
    const phase = place > LENGTH ? "finished" : "paused";
    this.state = { ...this.state, run, phase, position: Math.min(place, LENGTH) };
    const state = this.state;
    setTimeout(() => this.#listener(state), LATE);
  }
}

let engine: LateEngine;
let playground: Playground;

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", (task: () => void) => setTimeout(task, 0));
  vi.stubGlobal("localStorage", { setItem: () => undefined, removeItem: () => undefined });
  useRun.setState({ state: null });
  useDocument.setState({ sampleId: "late-orders", file: null, sql: "first", ranSql: null });
  engine = new LateEngine();
  playground = createPlayground(engine as unknown as Engine);
});

afterEach(() => vi.unstubAllGlobals());

/** Writes a text and runs it in place, as a choice of rules does. */
function choose(sql: string): Promise<void> {
  playground.write(sql);
  return playground.runInPlace();
}

test("another text runs at the place of the one before, though its first state comes late", async () => {
  await playground.run();
  await playground.seek(4);
  await choose("second");
  expect(engine.state).toMatchObject({ run: 2, phase: "paused", position: 4 });
  await playground.runToEnd();
  await choose("third");
  expect(engine.state).toMatchObject({ run: 3, phase: "finished", position: LENGTH });
});

test("a text chosen while another one is on its way back comes to the same place", async () => {
  await playground.run();
  await playground.seek(4);
  await Promise.all([choose("second"), choose("third")]);
  expect(engine.loaded).toEqual(["first", "second", "third"]);
  expect(engine.state).toMatchObject({ phase: "paused", position: 4 });
  void choose("fourth");
  await new Promise<void>((resolve) => {
    const end = useRun.subscribe(({ state }) => {
      if (state?.run !== 4 || state.position !== 0) return;
      end();
      resolve();
    });
  });
  await choose("fifth");
  expect(engine.state).toMatchObject({ run: 5, phase: "paused", position: 4 });
});

test("a text that does not run leaves the place to the visitor", async () => {
  await playground.run();
  await playground.seek(4);
  await choose("wrong");
  expect(engine.state).toMatchObject({ run: 1, position: 4 });
  await playground.seek(7);
  await choose("right");
  expect(engine.state).toMatchObject({ run: 2, position: 7 });
});
