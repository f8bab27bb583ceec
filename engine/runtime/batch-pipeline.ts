/** What batches go through, in the order in which they were handed in. */
export interface PipelineEnds<Batch, Answer> {
  process(batch: Batch): Promise<Answer>;
  /** Called with one batch after the other, in order; the next waits for what it returns. */
  take(batch: Batch, answer: Answer): void | Promise<void>;
}

/** How many batches may be where. Both bounds hold at any time. */
export interface PipelineLimits {
  /** Batches handed in and not yet answered, at least 1. */
  readonly inFlight: number;
  /** Batches handed in and not yet taken, at least 1: a taker that is slow stops what is handed in. */
  readonly untaken: number;
}

interface Entry<Batch, Answer> {
  readonly batch: Batch;
  answer: { readonly value: Answer } | null;
}

/**
 * A bounded queue of batches under way and of answers not yet taken. Nothing is dropped: who hands in waits for room.
 * What goes wrong with one batch ends the pipeline, and whoever waits for it is told.
 */
export class BatchPipeline<Batch, Answer> {
  readonly #ends: PipelineEnds<Batch, Answer>;
  readonly #limits: PipelineLimits;
  /** Oldest first, each until it was taken. */
  readonly #entries: Entry<Batch, Answer>[] = [];
  #unanswered = 0;
  #taking = false;
  #failure: { readonly error: unknown } | null = null;
  #waiting: (() => void)[] = [];

  constructor(ends: PipelineEnds<Batch, Answer>, limits: PipelineLimits) {
    this.#ends = ends;
    this.#limits = limits;
  }

  /** Batches that were not yet taken. */
  get size(): number {
    return this.#entries.length;
  }

  /** Whether another batch may be handed in. */
  get hasRoom(): boolean {
    const { inFlight, untaken } = this.#limits;
    return this.#unanswered < inFlight && this.#entries.length < untaken;
  }

  /** @throws Error where there is no room, which is to be waited for. */
  hand(batch: Batch): void {
    if (!this.hasRoom) throw new Error("A batch was handed in where there is no room for it.");
    const entry: Entry<Batch, Answer> = { batch, answer: null };
    this.#entries.push(entry);
    this.#unanswered++;
    this.#ends.process(batch).then(
      (value) => {
        entry.answer = { value };
        this.#unanswered--;
        void this.#deliver();
      },
      (error: unknown) => this.fail(error),
    );
  }

  /** Resolves when another batch may be handed in. Rejects with what went wrong. */
  async room(): Promise<void> {
    while (!this.hasRoom) await this.moved();
    this.#check();
  }

  /** Resolves when all that was handed in is taken. Rejects with what went wrong. */
  async settled(): Promise<void> {
    while (this.#entries.length > 0) await this.moved();
    this.#check();
  }

  /** Resolves when next a batch is answered or taken. Rejects when something goes wrong, or did. */
  async moved(): Promise<void> {
    this.#check();
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#check();
  }

  /** Ends it: what is under way is lost, and who waits is told why. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#entries.length = 0;
    this.#wake();
  }

  async #deliver(): Promise<void> {
    this.#wake();
    if (this.#taking) return;
    this.#taking = true;
    try {
      for (let head = this.#entries[0]; head?.answer; head = this.#entries[0]) {
        const taken = this.#ends.take(head.batch, head.answer.value);
        if (taken) await taken;
        if (this.#failure) return;
        this.#entries.shift();
        this.#wake();
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.#taking = false;
    }
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
