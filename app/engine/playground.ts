import type { Engine, QueryDocument } from "../../engine/client/types.ts";
import { currentSample, starterQuery, useDocument, type OpenedFile } from "../session/document-store.ts";
import { keepDraft, keepLastSample, readDraft, readLastSample } from "../session/draft-storage.ts";
import { useRun } from "../session/run-store.ts";
import { clearSelection } from "../session/selection-store.ts";
import { onNextFrame } from "./next-frame.ts";

/** ms between the last key and the check of what was typed. */
const CHECK_AFTER = 200;

/** ms in which a new engine must answer. */
const START_LIMIT = 12_000;

/** All that a visitor can do with the engine; outcomes show in the stores of session/. */
export interface Playground {
  readonly engine: Engine;
  /** Lists the samples and loads one, paused at 0. @param preferred id from the address, or null. */
  readonly start: (preferred: string | null) => Promise<void>;
  /** Starts with this sample's query; what was typed is put away, not lost. */
  readonly chooseSample: (id: string) => Promise<void>;
  readonly openFile: (file: OpenedFile) => Promise<void>;
  /** The visitor typed: kept, and checked when the typing pauses. */
  readonly type: (sql: string) => void;
  /** Replaces the text in a way that the editor can undo. */
  readonly write: (sql: string) => void;
  readonly backToQuery: () => Promise<void>;
  /** Loads what is in the editor and plays it from the start. */
  readonly run: () => Promise<void>;
  /** Plays, pauses, or plays again from the start once all is read. */
  readonly togglePlay: () => Promise<void>;
  readonly toStart: () => Promise<void>;
  /** One record further, paused. */
  readonly step: () => Promise<void>;
  /** To a position; a lower one is reached by running again from the start. */
  readonly seek: (position: number) => Promise<void>;
  readonly runToEnd: () => Promise<void>;
  readonly setSpeed: (speed: number) => Promise<void>;
  /** After a failure: starts what died and goes back to the start. */
  readonly restart: () => Promise<void>;
}

/** Ties an engine to the stores of session/, for the life of the page. */
export function createPlayground(engine: Engine): Playground {
  listen(engine);
  let checking: ReturnType<typeof setTimeout> | undefined;
  let loads = 0;

  /** Waits for the engine; what it refuses becomes a sentence on the page. */
  async function ask<Answer>(question: Promise<Answer>): Promise<Answer | null> {
    try {
      return await question;
    } catch (error) {
      useRun.setState({ fault: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }

  /** @returns Whether the document runs now; a newer load makes this one count for nothing. */
  async function load(sql: string, source = sourceOfNow()): Promise<boolean> {
    if (source === null) return false;
    const mine = ++loads;
    clearTimeout(checking);
    const result = await ask(engine.load({ sql, source }));
    if (result === null || mine !== loads) return false;
    if (useDocument.getState().sql === sql) useDocument.setState({ diagnostics: result.diagnostics });
    if (result.query === null) return false;
    useDocument.setState({ ranSql: sql });
    useRun.setState({ query: result.query, fault: null });
    await ask(engine.setSpeed(useRun.getState().speed));
    return true;
  }

  async function check(): Promise<void> {
    const { sql } = useDocument.getState();
    const source = sourceOfNow();
    if (source === null) return;
    const diagnostics = await ask(engine.check({ sql, source }));
    if (diagnostics !== null && useDocument.getState().sql === sql) useDocument.setState({ diagnostics });
  }

  function type(sql: string): void {
    useDocument.setState({ sql });
    const state = useDocument.getState();
    if (state.sampleId !== null && state.file === null)
      keepDraft(localStorage, state.sampleId, sql, starterQuery(state));
    clearTimeout(checking);
    checking = setTimeout(() => void check(), CHECK_AFTER);
  }

  /** Opens a sample with this text; when the text does not run, its starter query runs instead. */
  async function openSample(id: string, sql: string): Promise<void> {
    useDocument.setState((state) => ({ sampleId: id, file: null, sql, revision: state.revision + 1 }));
    const sample = currentSample(useDocument.getState());
    if (sample === null) return;
    keepLastSample(localStorage, id);
    clearSelection();
    useRun.setState({ speed: sample.speed });
    if (!(await load(sql)) && sql !== sample.query && useDocument.getState().sampleId === id)
      await load(sample.query);
  }

  const playground: Playground = {
    engine,
    async start(preferred) {
      const samples = await ask(inTime(engine.samples()));
      if (samples === null) return;
      useDocument.setState({ samples });
      const wanted = preferred ?? readLastSample(localStorage);
      const sample = samples.find(({ id }) => id === wanted) ?? samples[0];
      if (sample) await openSample(sample.id, readDraft(localStorage, sample.id) ?? sample.query);
    },
    async chooseSample(id) {
      const state = useDocument.getState();
      const typed = state.sampleId !== null && state.file === null && state.sql !== starterQuery(state);
      const draft = readDraft(localStorage, id);
      const sample = state.samples.find((one) => one.id === id);
      if (!sample) return;
      useDocument.setState({
        putAway: typed
          ? { sampleId: state.sampleId ?? id, sql: state.sql }
          : draft !== null && draft !== sample.query
            ? { sampleId: id, sql: draft }
            : null,
      });
      await openSample(id, sample.query);
    },
    async openFile(file) {
      useDocument.setState((state) => ({ file, sql: file.starter, revision: state.revision + 1 }));
      clearSelection();
      useRun.setState({ speed: 1 });
      await load(file.starter);
    },
    type,
    write(sql) {
      type(sql);
      useDocument.setState((state) => ({ revision: state.revision + 1 }));
    },
    async backToQuery() {
      const { putAway } = useDocument.getState();
      if (putAway === null) return;
      useDocument.setState({ putAway: null });
      await openSample(putAway.sampleId, putAway.sql);
    },
    async run() {
      if (await load(useDocument.getState().sql)) await ask(engine.play());
    },
    async togglePlay() {
      const phase = useRun.getState().state?.phase;
      if (phase === "playing") await ask(engine.pause());
      else {
        if (phase === "finished") await ask(engine.restart());
        await ask(engine.play());
      }
    },
    async toStart() {
      await ask(engine.restart());
    },
    async step() {
      const state = useRun.getState().state;
      if (state === null || state.phase === "finished") return;
      await ask(state.position === state.length ? engine.runToEnd() : engine.runTo(state.position + 1));
    },
    async seek(position) {
      if (position < (useRun.getState().state?.position ?? 0)) await ask(engine.restart());
      await ask(engine.runTo(position));
    },
    async runToEnd() {
      await ask(engine.runToEnd());
    },
    async setSpeed(speed) {
      useRun.setState({ speed });
      await ask(engine.setSpeed(speed));
    },
    async restart() {
      useRun.setState({ fault: null });
      if (useDocument.getState().samples.length === 0) {
        void ask(engine.restart());
        await playground.start(null);
      } else if (useDocument.getState().ranSql === null) await load(useDocument.getState().sql);
      else await ask(engine.restart());
    },
  };
  return playground;
}

/** An engine that cannot start says nothing at all: then the page does. */
function inTime<Answer>(promise: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error("The engine does not answer: its worker did not start. Restart tries again.")),
      START_LIMIT,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Keeps the newest state only, and puts it on the page once a frame; what the visitor waits for, at once. */
function listen(engine: Engine): void {
  let newest = useRun.getState().state;
  const show = (): void => useRun.setState({ state: newest });
  engine.subscribe((state) => {
    const turns = state.phase !== newest?.phase;
    newest = state;
    if (turns) show();
    else onNextFrame(show);
  });
}

function sourceOfNow(): QueryDocument["source"] | null {
  const { file, sampleId } = useDocument.getState();
  if (file) return { kind: "text", name: file.name, format: file.format, text: file.blob };
  return sampleId === null ? null : { kind: "sample", id: sampleId };
}
