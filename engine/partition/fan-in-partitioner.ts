import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { Partitioner } from "./partitioner.ts";

/** All records go to partition 0. */
export class FanInPartitioner implements Partitioner {
  route({ status, length }: RecordHeader, out: Int32Array): void {
    for (let row = 0; row < length; row++) out[row] = 0 - Number(status[row] === RecordStatus.malformed);
  }
}
