import type { Direction, Engine, EventKind, QueryDocument } from "../../engine/client/types.ts";
import { currentSample, starterQuery, useDocument, type OpenedFile } from "../session/document-store.ts";
import {
  keepDraft,
  keepLastSample,
  keepPutAway,
  type PutAway,
  readDraft,
  readLastSample,
  readPutAway,
} from "../session/draft-storage.ts";
import { tellMoved, tellUntraced } from "../session/moves-store.ts";
import { useRun } from "../session/run-store.ts";
import { clearSelection, select } from "../session/selection-store.ts";
import { useTraceSetting } from "../session/trace-setting.ts";
import { type LinkDocument, LinkError } from "../share/link-document.ts";
import { createRunMover, lastPlace, placeOf } from "./run-mover.ts";
import { watchStates } from "./watch-states.ts";

/** ms between the last key and the check of what was typed. */
const CHECK_AFTER = 200;

/** ms in which a new engine must answer. */
const START_LIMIT = 12_000;

/** All that a visitor can do with the engine; outcomes show in the stores of session/. */
export interface Playground {
  readonly engine: Engine;
  /**
   * Lists the samples and loads one, paused at 0. @param preferred id from the address, or null.
   * @param open opens something else instead, once the samples are known; resolves to whether it did.
   */
  readonly start: (preferred: string | null, open?: () => Promise<boolean>) => Promise<void>;
  /** Starts with this sample's query; what was typed is put away, not lost. */
  readonly chooseSample: (id: string) => Promise<void>;
  readonly openFile: (file: OpenedFile) => Promise<void>;
  /**
   * Shows what a link holds, paused at its instant. A draft of the visitor's is put away, not lost.
   * @throws LinkError when it names a sample that is not here.
   */
  readonly openLink: (document: LinkDocument) => Promise<void>;
  /** The visitor typed: kept, and checked when the typing pauses. */
  readonly type: (sql: string) => void;
  /** Replaces the text in a way that the editor can undo. */
  readonly write: (sql: string) => void;
  readonly backToQuery: () => Promise<void>;
  /** Loads what is in the editor and plays it from the start. */
  readonly run: () => Promise<void>;
  /** Loads what is in the editor, paused at the place of before: the same moment, by another text. */
  readonly runInPlace: () => Promise<void>;
  /** Plays, pauses, or plays again from the start once the end of input is processed. */
  readonly togglePlay: () => Promise<void>;
  /** Plays on, and pauses by itself at a place. */
  readonly playTo: (place: number) => Promise<void>;
  /*
   * The deliberate moves leave the run paused. A place n is where n records are read; length + 1, where the end of input
   * is processed too. Moves asked for while one is under way become one. All resolve when nothing moves any more.
   */
  readonly toStart: () => Promise<void>;
  /** At full speed, where the end is not known yet. */
  readonly runToEnd: () => Promise<void>;
  /** One record on; behind the last one, the end of input. */
  readonly step: () => Promise<void>;
  readonly stepBack: () => Promise<void>;
  /** @param records back where below 0. */
  readonly stepBy: (records: number) => Promise<void>;
  readonly seek: (place: number) => Promise<void>;
  /** To the next or previous event of a kind; where there is none, or no trace, nothing moves and a notice says so. */
  readonly jump: (kind: EventKind, direction: Direction) => Promise<void>;
  readonly setSpeed: (speed: number) => Promise<void>;
  /** Runs again with or without a trace, paused at the same place. */
  readonly setTrace: (on: boolean) => Promise<void>;
  /** After a failure: starts what died and goes back to the start. */
  readonly restart: () => Promise<void>;
}

/**
 * Ties an engine to the stores of session/, for the life of the page.
 * @param pauseAt place at which playing pauses by itself, asked for each time; undefined: at the end.
 */
export function createPlayground(
  engine: Engine,
  pauseAt: () => number | undefined = () => undefined,
): Playground {
  const states = watchStates(engine);
  const mover = createRunMover(engine, states, ask);
  let checking: ReturnType<typeof setTimeout> | undefined;
  let loads = 0;
  let starts = 0;
  let reloads = 0;
  /** Where reloads that are under way come to rest; null: none is. */
  let returnTo: number | null = null;

  /** Waits for the engine; what it refuses becomes a sentence on the page, while the question still counts. */
  async function ask<Answer>(
    question: Promise<Answer>,
    counts: () => boolean = () => true,
  ): Promise<Answer | null> {
    try {
      return await question;
    } catch (error) {
      if (counts()) useRun.setState({ fault: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }

  /** @returns Whether the document runs now; a newer load makes this one count for nothing. */
  async function load(sql: string, source = sourceOfNow()): Promise<boolean> {
    if (source === null) return false;
    const mine = ++loads;
    clearTimeout(checking);
    void mover.drop();
    const before = states.newest()?.run;
    const result = await ask(engine.load({ sql, source }, { traced: useTraceSetting.getState().on }));
    if (result === null || mine !== loads) return false;
    if (useDocument.getState().sql === sql)
      useDocument.setState({ diagnostics: result.diagnostics, dialect: result.dialect });
    if (result.query === null) return false;
    useDocument.setState({ ranSql: sql });
    useRun.setState({ query: result.query, fault: null });
    await ask(engine.setSpeed(useRun.getState().speed));
    // Its first state may come later than its answer: a move would count from where the run before stood.
    await states.until(({ run }) => run !== before);
    return mine === loads;
  }

  /** Loads a text and comes back to the place of before; one asked for meanwhile comes back to the same place. */
  async function reload(sql: string): Promise<void> {
    const mine = ++reloads;
    returnTo ??= placeOf(states.newest());
    const place = returnTo;
    if ((await load(sql)) && place > 0) await mover.want({ kind: "to", place });
    if (mine === reloads) returnTo = null;
  }

  async function check(): Promise<void> {
    const { sql } = useDocument.getState();
    const source = sourceOfNow();
    if (source === null) return;
    const result = await ask(engine.check({ sql, source }));
    if (result !== null && useDocument.getState().sql === sql) useDocument.setState(result);
  }

  function putAway(query: PutAway | null): void {
    useDocument.setState({ putAway: query });
    keepPutAway(localStorage, query);
  }

  function type(sql: string): void {
    // From the first change on it is the visitor's own text, and the link in the address no longer says what is there.
    if (useDocument.getState().linked) history.replaceState(null, "", location.pathname + location.search);
    useDocument.setState({ sql, linked: false });
    const state = useDocument.getState();
    if (state.sampleId !== null && state.file === null)
      keepDraft(localStorage, state.sampleId, sql, starterQuery(state));
    clearTimeout(checking);
    checking = setTimeout(() => void check(), CHECK_AFTER);
  }

  /** Opens a sample with this text; when the text does not run, its starter query runs instead. */
  async function openSample(id: string, sql: string): Promise<void> {
    useDocument.setState((state) => ({
      sampleId: id,
      file: null,
      sql,
      linked: false,
      revision: state.revision + 1,
    }));
    const sample = currentSample(useDocument.getState());
    if (sample === null) return;
    keepLastSample(localStorage, id);
    clearSelection();
    useRun.setState({ speed: sample.speed });
    if (!(await load(sql)) && sql !== sample.query && useDocument.getState().sampleId === id)
      await load(sample.query);
  }

  /** From where the moves end; from the start, once there is nothing left to play. */
  async function play(until: number | undefined): Promise<void> {
    await mover.drop();
    if (states.newest()?.phase === "finished") await mover.want({ kind: "to", place: 0 });
    await ask(engine.play(until));
  }

  const playground: Playground = {
    engine,
    async start(preferred, open) {
      const mine = ++starts;
      const samples = await ask(inTime(engine.samples()), () => mine === starts);
      if (samples === null || mine !== starts) return;
      useDocument.setState({ samples, putAway: readPutAway(localStorage) });
      if (open && (await open())) return;
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
      if (typed && !state.linked) putAway({ sampleId: state.sampleId ?? id, sql: state.sql });
      else putAway(draft !== null && draft !== sample.query ? { sampleId: id, sql: draft } : null);
      await openSample(id, sample.query);
    },
    async openFile(file) {
      useDocument.setState((state) => ({
        file,
        sql: file.starter,
        linked: false,
        revision: state.revision + 1,
      }));
      clearSelection();
      useRun.setState({ speed: 1 });
      await load(file.starter);
    },
    async openLink({ sql, source, position, selection, speed }) {
      const { samples } = useDocument.getState();
      const id = source.kind === "sample" ? source.id : null;
      const sample = samples.find((one) => one.id === id);
      if (id !== null && !sample)
        throw new LinkError("This link was not opened: it names a sample that is not here.");
      const draft = id === null ? null : readDraft(localStorage, id);
      if (id !== null && draft !== null && draft !== sql && draft !== sample?.query)
        putAway({ sampleId: id, sql: draft });
      const file =
        source.kind === "text"
          ? { name: source.name, format: source.format, blob: new Blob([source.text]), starter: sql }
          : null;
      useDocument.setState((state) => ({
        sampleId: id ?? state.sampleId ?? samples[0]?.id ?? null,
        file,
        sql,
        linked: true,
        revision: state.revision + 1,
      }));
      clearSelection();
      useRun.setState({ speed: speed === "max" ? Infinity : (speed ?? sample?.speed ?? 1) });
      if (!(await load(sql))) return;
      await ask(engine.seek(position === "end" ? Infinity : position));
      if (selection !== null) select(selection);
    },
    type,
    write(sql) {
      type(sql);
      useDocument.setState((state) => ({ revision: state.revision + 1 }));
    },
    async backToQuery() {
      const kept = useDocument.getState().putAway;
      if (kept === null) return;
      putAway(null);
      await openSample(kept.sampleId, kept.sql);
      keepDraft(localStorage, kept.sampleId, kept.sql, starterQuery(useDocument.getState()));
    },
    async run() {
      if (await load(useDocument.getState().sql)) await ask(engine.play(pauseAt()));
    },
    runInPlace: () => reload(useDocument.getState().sql),
    async togglePlay() {
      if (useRun.getState().state?.phase === "playing") await ask(engine.pause());
      else await play(pauseAt());
    },
    playTo: (place) => play(place),
    runToEnd: () => mover.want({ kind: "to", place: lastPlace(states.newest()) }),
    async toStart() {
      await mover.want({ kind: "to", place: 0 });
      tellMoved();
    },
    step: () => mover.want({ kind: "by", records: 1 }),
    stepBack: () => mover.want({ kind: "by", records: -1 }),
    stepBy: (records) => mover.want({ kind: "by", records }),
    seek: (place) => mover.want({ kind: "to", place }),
    async jump(kind, direction) {
      if (kind === "record") await mover.want({ kind: "by", records: direction === "next" ? 1 : -1 });
      else if (states.newest()?.traced === false) tellUntraced();
      else await mover.want({ kind: "jump", event: kind, direction });
    },
    async setSpeed(speed) {
      useRun.setState({ speed });
      await ask(engine.setSpeed(speed));
    },
    async setTrace(on) {
      useTraceSetting.setState({ on });
      const { ranSql } = useDocument.getState();
      if (ranSql !== null) await reload(ranSql);
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

function sourceOfNow(): QueryDocument["source"] | null {
  const { file, sampleId } = useDocument.getState();
  if (file) return { kind: "text", name: file.name, format: file.format, text: file.blob };
  return sampleId === null ? null : { kind: "sample", id: sampleId };
}
