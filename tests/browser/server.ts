import { createApp } from "../../src/app.ts";
import type { Services } from "../../src/routes/services.ts";

/** The real server at one address, which can be stopped and started again. */
export interface TestServer {
  readonly url: string;
  /** Nobody answers any more, as where the network is gone. */
  stop(): Promise<void>;
  /** Answers at the same address again, maybe as another version. */
  start(services: Services): void;
}

const HOSTNAME = "127.0.0.1";

/** Starts a server at a free port of this machine. */
export function startServer(services: Services): TestServer {
  const listen = (port: number, services: Services) =>
    Deno.serve(
      { hostname: HOSTNAME, port, onListen() {} },
      createApp(services).fetch,
    );
  let server = listen(0, services);
  const { port } = server.addr;
  return {
    url: `http://${HOSTNAME}:${port}/`,
    stop: () => server.shutdown(),
    start(services) {
      server = listen(port, services);
    },
  };
}
