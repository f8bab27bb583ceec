import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  STRING,
  TIMESTAMP,
  arrayOf,
  decimal,
  mapOf,
  structOf,
  type DataType,
} from "../../data/data-type.ts";

/** The streams that the queries of the corpus read. */
export const corpusStreams: readonly StreamDefinition[] = [
  {
    ...timed("orders", {
      order_id: BIGINT,
      customer: STRING,
      region: STRING,
      amount: decimal(10, 2),
      quantity: BIGINT,
      paid: BOOLEAN,
      details: STRING,
      ordered_at: TIMESTAMP,
      shard: BIGINT,
    }),
    arrival: "ordered_at",
    split: "shard",
    splits: 3,
  },
  timed("rides", {
    ride_id: BIGINT,
    driver: STRING,
    zone: STRING,
    fare: decimal(10, 2),
    distance: DOUBLE,
    passengers: BIGINT,
    shared: BOOLEAN,
  }),
  timed("tips", { ride_id: BIGINT, driver: STRING, amount: decimal(10, 2) }),
  timed("trades", {
    symbol: STRING,
    exchange: STRING,
    trader: STRING,
    side: STRING,
    price: decimal(12, 4),
    quantity: BIGINT,
  }),
  timed("bids", { auction: BIGINT, bidder: BIGINT, price: BIGINT, channel: STRING, url: STRING }),
  timed("auctions", {
    id: BIGINT,
    item: STRING,
    seller: BIGINT,
    category: BIGINT,
    opening: BIGINT,
    expires: TIMESTAMP,
  }),
  timed("people", { id: BIGINT, name: STRING, city: STRING, state: STRING }),
  timed("sensors", {
    device: STRING,
    kind: STRING,
    temperature: DOUBLE,
    pressure: DOUBLE,
    battery: BIGINT,
    ok: BOOLEAN,
  }),
  untimed("notes", { author: STRING, body: STRING }),
  untimed("zones", { zone: STRING, city: STRING }),
  // CREATE … says what the time of these is.
  untimed("visits", { visitor: STRING, page: STRING, at: TIMESTAMP, seconds: BIGINT }),
  untimed("clicks", { visitor: STRING, page: structOf([field("host"), field("path")]), at: TIMESTAMP }),
  untimed("kinds", {
    whole: BIGINT,
    small: BIGINT,
    tiny: BIGINT,
    ratio: DOUBLE,
    single: DOUBLE,
    price: decimal(10, 2),
    word: STRING,
    letters: STRING,
    flag: BOOLEAN,
    at: TIMESTAMP,
    day: DATE,
    tags: arrayOf(STRING),
    counts: mapOf(BIGINT),
    place: structOf([field("street"), field("city")]),
  }),
];

/** A stream with its event time in the column `ts`, up to 5 s out of order. */
function timed(name: string, columns: Readonly<Record<string, DataType>>): StreamDefinition {
  const stream = untimed(name, { ...columns, ts: TIMESTAMP });
  return { ...stream, eventTime: "ts", maxOutOfOrderness: 5_000 };
}

function untimed(name: string, columns: Readonly<Record<string, DataType>>): StreamDefinition {
  const schema = Object.entries(columns).map(([column, type]) => ({ name: column, type }));
  return {
    name,
    schema,
    eventTime: null,
    arrival: null,
    split: null,
    splits: 1,
    maxOutOfOrderness: null,
  };
}

function field(name: string): { readonly name: string; readonly type: DataType } {
  return { name, type: STRING };
}
