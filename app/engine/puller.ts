/** Asks for the newest of what is wanted, one question at a time. */
export interface Puller<Request> {
  /** Asks now, or as soon as the question under way is answered; a request that was overtaken is never asked. */
  want(request: Request): void;
  /** Answers that are still to come are thrown away. */
  stop(): void;
}

/** ms after which an answer is given up: a worker that died never gives one. */
const PATIENCE = 10_000;

/**
 * A pane wants rows as often as it likes; the engine gets a question only when it has answered the one before.
 * @param ask may reject: the answer then stays out, and the next request is asked.
 */
export function createPuller<Request, Answer>(
  ask: (request: Request) => Promise<Answer>,
  deliver: (answer: Answer, request: Request) => void,
): Puller<Request> {
  let next: { readonly request: Request } | null = null;
  let busy = false;
  let stopped = false;

  async function work(): Promise<void> {
    busy = true;
    while (next !== null && !stopped) {
      const { request } = next;
      next = null;
      const answer = await answerOrNull(ask(request));
      if (answer !== null && !stopped) deliver(answer.value, request);
    }
    busy = false;
  }

  return {
    want(request) {
      next = { request };
      if (!busy) void work();
    },
    stop() {
      stopped = true;
    },
  };
}

function answerOrNull<Answer>(promise: Promise<Answer>): Promise<{ readonly value: Answer } | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE);
    const settle = (answer: { readonly value: Answer } | null): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    promise.then(
      (value) => settle({ value }),
      () => settle(null),
    );
  });
}
