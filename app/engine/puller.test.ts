import { expect, test } from "vitest";
import { createPuller } from "./puller.ts";

function questions(): {
  asked: number[];
  answer: (ok?: boolean) => Promise<void>;
  ask: (n: number) => Promise<string>;
} {
  const asked: number[] = [];
  const open: ((ok: boolean) => void)[] = [];
  return {
    asked,
    ask: (n) => {
      asked.push(n);
      return new Promise((resolve, reject) =>
        open.push((ok) => (ok ? resolve(`answer ${n}`) : reject(new Error("no")))),
      );
    },
    answer: async (ok = true) => {
      open.shift()?.(ok);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test("one question at a time, and only the newest of those that piled up", async () => {
  const { asked, ask, answer } = questions();
  const got: string[] = [];
  const puller = createPuller(ask, (text) => got.push(text));
  puller.want(1);
  puller.want(2);
  puller.want(3);
  expect(asked).toEqual([1]);
  await answer();
  expect(asked).toEqual([1, 3]);
  await answer();
  expect(got).toEqual(["answer 1", "answer 3"]);
});

test("a question that fails leaves its answer out and the next is asked", async () => {
  const { ask, answer } = questions();
  const got: string[] = [];
  const puller = createPuller(ask, (text) => got.push(text));
  puller.want(1);
  puller.want(2);
  await answer(false);
  await answer();
  expect(got).toEqual(["answer 2"]);
});

test("after it is stopped nothing is delivered and nothing asked", async () => {
  const { asked, ask, answer } = questions();
  const got: string[] = [];
  const puller = createPuller(ask, (text) => got.push(text));
  puller.want(1);
  puller.want(2);
  puller.stop();
  await answer();
  expect(asked).toEqual([1]);
  expect(got).toEqual([]);
});
