import fc from "fast-check";
import { expect, test } from "vitest";
import { BatchPipeline, type PipelineLimits } from "./batch-pipeline.ts";

/** A pipeline whose answers and takings come when the test says so. */
function underTest(limits: PipelineLimits, takes = false) {
  const working: { batch: number; resolve(answer: string): void; reject(error: Error): void }[] = [];
  const taking: (() => void)[] = [];
  const taken: string[] = [];
  const pipeline = new BatchPipeline<number, string>(
    {
      process: (batch) => new Promise((resolve, reject) => void working.push({ batch, resolve, reject })),
      take: (batch, answer) => {
        taken.push(`${batch} ${answer}`);
        return takes ? new Promise<void>((resolve) => void taking.push(resolve)) : undefined;
      },
    },
    limits,
  );
  return { pipeline, working, taking, taken };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Whether a promise is still pending after a turn. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  const done = (): void => void (pending = false);
  promise.then(done, done);
  await turn();
  return pending;
}

test("no more batches are under way than its bound; the next waits for an answer", async () => {
  const { pipeline, working } = underTest({ inFlight: 2, untaken: 9 });
  pipeline.hand(0);
  pipeline.hand(1);
  expect(pipeline.hasRoom).toBe(false);
  expect(() => pipeline.hand(2)).toThrow("no room");
  const room = pipeline.room();
  expect(await isPending(room)).toBe(true);
  working[0]!.resolve("done");
  expect(await isPending(room)).toBe(false);
  expect(pipeline.hasRoom).toBe(true);
});

test("a taker that stalls stops what is handed in, and nothing is lost", async () => {
  const { pipeline, working, taking, taken } = underTest({ inFlight: 2, untaken: 3 }, true);
  for (const batch of [0, 1]) pipeline.hand(batch);
  for (const work of working) work.resolve("done");
  await turn();
  pipeline.hand(2);
  working[2]!.resolve("done");
  await turn();
  expect([pipeline.hasRoom, pipeline.size, taken]).toEqual([false, 3, ["0 done"]]);
  const room = pipeline.room();
  expect(await isPending(room)).toBe(true);
  taking[0]!();
  expect(await isPending(room)).toBe(false);
  pipeline.hand(3);
  working[3]!.resolve("done");
  for (let at = 1; at < 4; at++) {
    await turn();
    taking[at]!();
  }
  await pipeline.settled();
  expect(taken).toEqual(["0 done", "1 done", "2 done", "3 done"]);
});

test("answers are taken in the order of the batches, whatever order they come in", async () => {
  const { pipeline, working, taken } = underTest({ inFlight: 3, untaken: 3 });
  for (const batch of [0, 1, 2]) pipeline.hand(batch);
  working[2]!.resolve("c");
  working[0]!.resolve("a");
  await turn();
  expect(taken).toEqual(["0 a"]);
  working[1]!.resolve("b");
  await pipeline.settled();
  expect(taken).toEqual(["0 a", "1 b", "2 c"]);
});

test("what goes wrong with a batch, or with taking one, reaches whoever waits, then and later", async () => {
  const { pipeline, working } = underTest({ inFlight: 1, untaken: 1 });
  pipeline.hand(0);
  const waiting = [pipeline.room(), pipeline.settled(), pipeline.moved()];
  working[0]!.reject(new Error("Partition worker 0 stopped."));
  for (const each of waiting) await expect(each).rejects.toThrow("Partition worker 0 stopped.");
  await expect(pipeline.settled()).rejects.toThrow("Partition worker 0 stopped.");
  const bad = new BatchPipeline<number, number>(
    {
      process: async (batch) => batch,
      take: () => {
        throw new Error("No place left.");
      },
    },
    { inFlight: 1, untaken: 1 },
  );
  bad.hand(0);
  await expect(bad.settled()).rejects.toThrow("No place left.");
});

test("any bounds, any order of answers: everything is taken once, in order, and the bounds hold", async () => {
  const limits = fc.record({
    inFlight: fc.integer({ min: 1, max: 5 }),
    untaken: fc.integer({ min: 1, max: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(limits, fc.integer({ min: 1, max: 25 }), fc.scheduler(), async (bounds, count, s) => {
      const taken: number[] = [];
      let working = 0;
      const pipeline = new BatchPipeline<number, number>(
        {
          process: async (batch) => {
            working++;
            expect(working).toBeLessThanOrEqual(bounds.inFlight);
            await s.schedule(Promise.resolve());
            working--;
            return batch;
          },
          take: async (batch, answer) => {
            expect(answer).toBe(batch);
            expect(pipeline.size).toBeLessThanOrEqual(bounds.untaken);
            await s.schedule(Promise.resolve());
            taken.push(batch);
          },
        },
        bounds,
      );
      const handing = (async () => {
        for (let batch = 0; batch < count; batch++) {
          await pipeline.room();
          pipeline.hand(batch);
        }
        await pipeline.settled();
      })();
      await s.waitFor(handing);
      expect(taken).toEqual(Array.from({ length: count }, (_, batch) => batch));
    }),
    { numRuns: 100 },
  );
});
