import { servePartitions } from "./partition-service.ts";

declare const self: DedicatedWorkerGlobalScope;

/** The page sends one port, which leads to the engine worker; the answer says that this worker has started. */
self.onmessage = (event: MessageEvent<{ readonly port: MessagePort }>) => {
  servePartitions(event.data.port);
  self.postMessage("ready");
};
