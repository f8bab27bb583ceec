import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { columnOf } from "../data/column-buffer.ts";
import type { Column } from "../data/column.ts";
import { BIGINT, type DataType, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { Adder, Counter, Mean, product } from "./naive-aggregates.ts";
import type { NaiveQuery } from "./naive-engine.ts";
import { planOf } from "./windowpane-subject.ts";

/** A record of the scenarios as an object. */
export interface Trade {
  readonly eventTime: number;
  readonly trader: string;
  readonly symbol: string;
  readonly price: number;
  readonly quantity: number;
}

/** How a scenario's rows leave: W7 prints the group that a record is in, S3B the whole window. */
export type ScenarioEmission = "final" | "changes" | "window";

const START = 1_700_000_000;

/** Velostream's scenarios 3A and 3B (velostream.md, 6.1): records 1 s apart in 20 groups, tumbling windows of a minute. */
export function scenarioTrades(length: number): readonly Trade[] {
  return Array.from({ length }, (_, i) => ({
    eventTime: START + 1_000 * i,
    trader: `TRADER${i % 20}`,
    symbol: `SYM${i % 10}`,
    price: 100 + (i % 50),
    quantity: 100 + (i % 1_000),
  }));
}

export function scenarioPlan(emission: ScenarioEmission): PhysicalPlan {
  return planOf(
    `-- @num_partitions: 1
SELECT trader_id, symbol, COUNT(*) AS n, AVG(price) AS mean, SUM(quantity) AS quantity, SUM(price * quantity) AS value
FROM trades
GROUP BY trader_id, symbol
WINDOW TUMBLING(trade_time, 1m)
EMIT ${emission === "final" ? "FINAL" : "CHANGES"}
${emission === "window" ? "WITH ('emit.scope' = 'window')" : ""}`,
    stream,
  );
}

/** The same by objects; the bound is the one that the engine takes where a query has none. */
export function naiveScenario(emission: ScenarioEmission): NaiveQuery<Trade> {
  return {
    key: (trade) => `${trade.trader}|${trade.symbol}`,
    keeps: null,
    aggregates: () => [
      new Counter<Trade>(),
      new Mean((trade) => trade.price),
      new Adder((trade) => trade.quantity),
      new Adder(
        product(
          (trade) => trade.price,
          (trade) => trade.quantity,
        ),
      ),
    ],
    emission,
    size: 60_000,
    advance: 60_000,
    bound: 60_000,
  };
}

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

/** @param size records of a batch. */
export function scenarioBatches(trades: readonly Trade[], size: number): readonly RecordBatch[] {
  return Array.from({ length: Math.ceil(trades.length / size) }, (_, index) => {
    const base = index * size;
    const own = trades.slice(base, base + size);
    const column = (type: DataType, read: (trade: Trade) => Value): Column => columnOf(type, own.map(read));
    return {
      base,
      length: own.length,
      unreadable: null,
      columns: [
        column(TIMESTAMP, (trade) => trade.eventTime),
        column(STRING, (trade) => trade.trader),
        column(STRING, (trade) => trade.symbol),
        column(DOUBLE, (trade) => trade.price),
        column(BIGINT, (trade) => BigInt(trade.quantity)),
      ],
    };
  });
}
