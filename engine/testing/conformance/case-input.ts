import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  STRING,
  TIMESTAMP,
  decimal,
  type DataType,
  type Value,
} from "../../data/data-type.ts";
import { typedValue } from "../plain-value.ts";
import type { CaseStream, ConformanceCase } from "./conformance-case.ts";

/** Column that a case's `partition` becomes: the split of each record, which sticky routing then follows. */
const TASK = "owning_task";

/** The streams of a case as the binder knows them. */
export function streamsOf(given: ConformanceCase): StreamDefinition[] {
  const streams = given.streams ?? (given.stream ? [given.stream] : []);
  return streams.map((stream) => streamOf(stream, given.partition !== undefined));
}

/** The records of a case with one stream. */
export function recordsOf(given: ConformanceCase, stream: StreamDefinition): Value[][] {
  return given.input.map((row, seq) => {
    const values = given.partition === undefined ? row : [...row, given.partition[seq]!];
    return stream.schema.map(({ type }, index) => typedValue(values[index]!, type));
  });
}

function streamOf(stream: CaseStream, hasTasks: boolean): StreamDefinition {
  const schema = stream.columns.map(([name, type]) => ({ name, type: typeOf(type) }));
  const split = hasTasks ? TASK : (stream.split ?? null);
  return {
    name: stream.name,
    schema: hasTasks ? [...schema, { name: TASK, type: BIGINT }] : schema,
    eventTime: stream.event_time,
    arrival: stream.arrival ?? null,
    split,
    splits: split === null ? 1 : (stream.partitions ?? 1),
    maxOutOfOrderness: stream.max_out_of_orderness_ms ?? null,
  };
}

const types: Readonly<Record<string, DataType>> = { BOOLEAN, BIGINT, DOUBLE, STRING, TIMESTAMP };

function typeOf(text: string): DataType {
  const digits = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(text);
  const type = digits ? decimal(Number(digits[1]), Number(digits[2])) : types[text];
  if (!type) throw new Error(`The case has a column of type ${text}, which is none.`);
  return type;
}
