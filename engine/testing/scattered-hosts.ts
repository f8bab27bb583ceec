import { assignHosts } from "../runtime/assign-hosts.ts";
import type { StartExecution } from "../runtime/execution.ts";
import { detach } from "../runtime/output-batch.ts";
import { type HostOutput, PartitionHost } from "../runtime/partition-host.ts";

/** What is seen of such hosts from outside. */
export interface Sighting {
  /** The most batches that any host had to answer at once. */
  most: number;
  handed: number;
}

/**
 * Several hosts on this thread, each of which answers its batches in order, after as many turns of the event loop as
 * `turns` says: so that they come to answer as threads do, never together.
 */
export function scatteredHosts(
  count: number,
  turns: (host: number, batch: number) => number,
  sighting: Sighting = { most: 0, handed: 0 },
): StartExecution {
  return (plan, keys, traced, loads) => {
    const shares = assignHosts(plan, count, traced, loads);
    const hosts = shares.map(({ own }) => own);
    const running = shares.map(({ own, lane }) => new PartitionHost(plan, own, keys, traced, lane));
    const before: Promise<unknown>[] = hosts.map(() => Promise.resolve());
    const waiting = hosts.map(() => 0);
    let calls = 0;
    const ask = (work: (host: PartitionHost) => HostOutput): readonly Promise<HostOutput>[] => {
      const call = calls++;
      return running.map((host, index) => {
        sighting.most = Math.max(sighting.most, ++waiting[index]!);
        const answer = before[index]!.then(async () => {
          for (let turn = turns(index, call); turn > 0; turn--)
            await new Promise((resolve) => setImmediate(resolve));
          const output = work(host);
          waiting[index]!--;
          return { ...output, outputs: output.outputs.map(detach) };
        });
        before[index] = answer;
        return answer;
      });
    };
    return {
      hosts,
      process: ({ header, columns }) => {
        sighting.handed++;
        return ask((host) => host.process(header, columns));
      },
      finish: () => ask((host) => host.finish()),
      dispose: () => undefined,
    };
  };
}
