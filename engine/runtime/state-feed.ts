import type { RunState } from "./run-state.ts";

/** ms between two states sent: one frame. */
const FRAME = 16;
/** ms after which a listener that has not taken a state slows the run. */
const PATIENCE = 250;

/** Who is told of states. What it returns is waited for when it is a promise: then it has taken the state. */
export type StateListener = (state: RunState) => unknown;

/**
 * Tells a listener how the run stands: the newest state alone, at most once a frame, and never a second one before it
 * has taken the first, so that none pile up before a page that is busy.
 */
export class StateFeed {
  readonly #now: () => number;
  readonly #newest: () => RunState;
  #listener: StateListener = () => undefined;
  #lastSent = -Infinity;
  #scheduled = false;
  /** Resolves when the state that was sent is taken; null while none waits. */
  #taking: Promise<void> | null = null;
  /** Whether there is news since. */
  #isStale = false;

  /** @param now ms; the wall clock. */
  constructor(now: () => number, newest: () => RunState) {
    this.#now = now;
    this.#newest = newest;
  }

  listen(listener: StateListener): void {
    this.#listener = listener;
    this.publish();
  }

  /** Sends the state at once when the last one was sent a frame ago or longer, else when that time is over. */
  publish(): void {
    if (this.#scheduled) return;
    const wait = this.#lastSent + FRAME - this.#now();
    if (wait <= 0) {
      this.send();
      return;
    }
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      this.send();
    }, wait);
  }

  /** Sends the state at once; where the last one is not taken yet, as soon as it is. */
  send(): void {
    if (this.#taking) {
      this.#isStale = true;
      return;
    }
    this.#isStale = false;
    this.#lastSent = this.#now();
    const taken = this.#listener(this.#newest());
    if (taken instanceof Promise) this.#taking = this.#take(taken);
  }

  /** Who makes news may make more: null; or when a state was not taken for too long, then when it is. */
  readonly ready = (): Promise<void> | null =>
    this.#taking !== null && this.#now() - this.#lastSent >= PATIENCE ? this.#taking : null;

  /** @param taken a listener that fails has had its state all the same. */
  async #take(taken: Promise<unknown>): Promise<void> {
    await taken.catch(() => undefined);
    this.#taking = null;
    if (this.#isStale) this.send();
  }
}
