import * as Comlink from "comlink";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEngine } from "./create-engine.ts";
import type { Engine, RunState } from "./types.ts";

/** A thread that a test plays: the page's side of it is a message port, and it dies when it is told to. */
class FakeWorker {
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  readonly name: string;
  readonly inside: MessagePort;
  readonly #port: MessagePort;
  isEnded = false;

  constructor(_: URL, { name }: { name: string }) {
    const { port1, port2 } = new MessageChannel();
    this.name = name;
    this.#port = port1;
    this.inside = port2;
    port1.start();
    made.push(this);
    if (name === "engine") onEngine(this);
    else queueMicrotask(() => this.onmessage?.(new MessageEvent("message")));
  }

  addEventListener(type: "message", listener: (event: MessageEvent) => void): void {
    this.#port.addEventListener(type, listener);
  }

  removeEventListener(type: "message", listener: (event: MessageEvent) => void): void {
    this.#port.removeEventListener(type, listener);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.isEnded) this.#port.postMessage(message, transfer);
  }

  terminate(): void {
    this.isEnded = true;
    this.#port.close();
    this.inside.close();
  }

  die(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
}

const made: FakeWorker[] = [];
let onEngine: (worker: FakeWorker) => void = answering;
let engine: Engine | null = null;

/** An engine that starts, and answers a few questions; no seek ever ends. */
function answering({ inside }: FakeWorker): void {
  const nothing = (): void => undefined;
  Comlink.expose(
    {
      begin: nothing,
      attach: nothing,
      workerStarted: nothing,
      workerFailed: nothing,
      setSpeed: nothing,
      onState: nothing,
      samples: () => [],
      load: () => ({ diagnostics: [], query: null }),
      seek: () => new Promise(nothing),
      timeline: () => ({ run: 1, known: 0, drops: [], dropBins: [], closings: [] }),
    },
    inside,
  );
}

function start(): { readonly engine: Engine; readonly states: readonly RunState[] } {
  const states: RunState[] = [];
  engine = createEngine({ workers: 2 });
  engine.subscribe((state) => states.push(state));
  return { engine, states };
}

const newest = (): FakeWorker => made.findLast(({ name }) => name === "engine")!;
const document = { sql: "SELECT 1", source: { kind: "sample", id: "none" } } as const;

beforeEach(() => {
  made.length = 0;
  onEngine = answering;
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("location", { href: "http://localhost/" });
});

afterEach(() => {
  engine?.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("calls under way to an engine worker that dies, and those made until Restart, fail by its name and reason", async () => {
  const { engine, states } = start();
  expect(await engine.samples()).toEqual([]);
  const seek = engine.seek(5);
  newest().die("out of memory");
  const message = "The engine worker stopped (out of memory). Restart starts it anew.";
  await expect(seek).rejects.toThrow(message);
  await expect(engine.changes(0, 10)).rejects.toThrow(message);
  await expect(engine.load(document)).rejects.toThrow(message);
  expect(states.at(-1)).toMatchObject({ phase: "failed", failure: message });
  await engine.restart();
  expect(await engine.samples()).toEqual([]);
  expect(made.filter(({ name, isEnded }) => name === "engine" && !isEnded)).toHaveLength(1);
});

test("a load that waits for an engine worker that dies while it starts fails too", async () => {
  onEngine = () => undefined;
  const { engine } = start();
  const load = engine.load(document);
  newest().die("");
  await expect(load).rejects.toThrow("its script could not be loaded");
});

test("a worker that never said that it started fails after its time, unless another took its place", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onEngine = () => undefined;
  const { engine, states } = start();
  newest().die("");
  onEngine = answering;
  await engine.restart();
  const before = states.length;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(states).toHaveLength(before);
  expect(await engine.samples()).toEqual([]);
});

test("an engine worker that says nothing at all is given up after its time", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onEngine = () => undefined;
  const { engine, states } = start();
  const samples = engine.samples();
  samples.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(samples).rejects.toThrow("The engine worker did not start.");
  expect(states.at(-1)?.phase).toBe("failed");
});
