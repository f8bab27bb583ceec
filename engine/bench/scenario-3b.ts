import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { columnOf } from "../data/column-buffer.ts";
import { BIGINT, DOUBLE, STRING, TIMESTAMP } from "../data/data-type.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { planOf } from "./windowpane-subject.ts";

/** Velostream's scenario 3B (velostream.md, 6.1): 5,000 records, 20 groups, EMIT CHANGES in the scope of the group. */
export function scenario3b(): {
  readonly plan: PhysicalPlan;
  readonly batches: readonly RecordBatch[];
  readonly records: number;
} {
  const records = 5_000;
  const stream: StreamDefinition = {
    name: "trades",
    schema: [
      { name: "trade_time", type: TIMESTAMP },
      { name: "trader_id", type: STRING },
      { name: "symbol", type: STRING },
      { name: "price", type: DOUBLE },
      { name: "quantity", type: BIGINT },
    ],
    eventTime: "trade_time",
    arrival: null,
    split: null,
    splits: 1,
    maxOutOfOrderness: null,
  };
  const rows = Array.from({ length: records }, (_, i) => i);
  const batch: RecordBatch = {
    base: 0,
    length: records,
    unreadable: null,
    columns: [
      columnOf(
        TIMESTAMP,
        rows.map((i) => 1_700_000_000 + 1_000 * i),
      ),
      columnOf(
        STRING,
        rows.map((i) => `TRADER${i % 20}`),
      ),
      columnOf(
        STRING,
        rows.map((i) => `SYM${i % 10}`),
      ),
      columnOf(
        DOUBLE,
        rows.map((i) => 100 + (i % 50)),
      ),
      columnOf(
        BIGINT,
        rows.map((i) => BigInt(100 + (i % 1_000))),
      ),
    ],
  };
  const sql = `-- @num_partitions: 1
SELECT trader_id, symbol, COUNT(*) AS n, AVG(price) AS mean, SUM(quantity) AS quantity, SUM(price * quantity) AS value
FROM trades
GROUP BY trader_id, symbol
WINDOW TUMBLING(trade_time, 1m)
EMIT CHANGES`;
  return { plan: planOf(sql, stream), batches: [batch], records };
}
