import * as Comlink from "comlink";
import { EngineService } from "../runtime/engine-service.ts";
import type { TraceTail } from "../runtime/trace/trace-tables.ts";
import { samples } from "../source/samples/registry.ts";
import type { EngineApi } from "./engine-api.ts";
import { PartitionWorkers } from "./threaded-execution.ts";

declare const self: DedicatedWorkerGlobalScope & { readonly crossOriginIsolated: boolean };

const workers = new PartitionWorkers(self.crossOriginIsolated);
const ready = new Set<number>();
/** Sample data lie beside the page; a worker's own address is that of its script. */
let pageUrl = self.location.href;

const service = new EngineService({
  start: workers.start,
  workers: () => ({ count: workers.count, ready: ready.size, shared: workers.shared }),
  fetchData: async (path) => {
    const response = await fetch(new URL(path, pageUrl));
    if (!response.ok || !response.body)
      throw new Error(`The sample data ${path} could not be read (${response.status}). Run the build again.`);
    return response.body;
  },
  now: () => performance.now(),
});

const api: EngineApi = {
  begin: (url) => {
    pageUrl = url;
  },
  attach: (index, port) => workers.attach(index, port),
  workerStarted: (index) => {
    ready.add(index);
    service.workersChanged();
  },
  workerFailed: (index, message) => {
    ready.delete(index);
    workers.fail(index, message);
    service.fail(message);
  },
  samples: () => samples.map((sample) => sample.description),
  onState: (listener) => service.onState(listener),
  check: (document) => service.check(document),
  load: (document, options) => service.load(document, options),
  play: (until) => service.play(until),
  pause: () => service.pause(),
  restart: () => service.restart(),
  seek: (position) => service.seek(position),
  jump: (kind, direction) => service.jump(kind, direction),
  setSpeed: (speed) => service.setSpeed(speed),
  changes: (from, to) => service.changes(from, to),
  table: (from, to) => service.table(from, to),
  late: (from, to) => service.late(from, to),
  malformed: (from, to) => service.malformed(from, to),
  records: (from, to) => service.records(from, to),
  windows: (from, to) => service.windows(from, to),
  chart: (column, maxLines) => service.chart(column, maxLines),
  trace: (mark) => {
    const tail = service.trace(mark);
    return tail && Comlink.transfer(tail, buffersOf(tail));
  },
  timeline: () => service.timeline(),
  story: (seq) => service.story(seq),
  lineage: (row) => service.lineage(row),
  effects: (seq) => service.effects(seq),
  keepAll: () => service.keepAll(),
  compare: (preset) => service.compare(preset),
  stopComparing: () => service.stopComparing(),
  explainComparison: () => service.explainComparison(),
  comparedRows: (from, to, differing) => service.comparedRows(from, to, differing),
  comparedRecords: (from, to) => service.comparedRecords(from, to),
};

function buffersOf({ records, steps, windows }: TraceTail): ArrayBufferLike[] {
  return [records, steps, windows].flatMap((columns) =>
    Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : [])),
  );
}

Comlink.expose(api);
