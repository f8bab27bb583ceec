import { expect, test } from "vitest";
import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import { BIGINT, TIMESTAMP } from "../../data/data-type.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import { ReplayLog } from "../../source/replay-log.ts";
import { batchesOf } from "../../testing/record-batches.ts";
import { SecondRun } from "./second-run.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "n", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

/** How often a run over 2,048 records, a second apart, lets others have their turn. */
async function turns(window: string): Promise<number> {
  const sql = `SELECT SUM(n) AS s FROM t WINDOW ${window} EMIT CHANGES`;
  const { plan, diagnostics } = compileQuery(sql, [stream], { preset: "velostream" });
  if (!plan) throw new Error(JSON.stringify(diagnostics));
  const log = new ReplayLog(stream);
  const records = Array.from({ length: 2_048 }, (_, i) => [1_000 * i, BigInt(i)]);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  const run = new SecondRun(plan, log);
  let given = 0;
  await run.moveTo(2_048, false, () => Promise.resolve(void given++));
  expect(run.view.read).toBe(2_048);
  run.dispose();
  return given;
}

test("the more windows a record is in, the fewer records are worked on before others get their turn", async () => {
  const [tumbling, some, many] = [
    await turns("TUMBLING(ts, 60s)"),
    await turns("HOPPING(ts, 64s, 1s)"),
    await turns("HOPPING(ts, 512s, 1s)"),
  ];
  expect(some).toBeGreaterThanOrEqual(4 * tumbling);
  expect(many).toBeGreaterThanOrEqual(8 * some);
});
