import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ToolkitError } from '../../errors.js';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Milliseconds within which a request must have arrived whole, else it is answered 408 and cut off. */
const SLOWEST_REQUEST = 10_000;
/** Milliseconds that answers under way are given when the server ends. */
const GRACE = 200;

/** A server that is not listening yet: bounded headers, bounded time, bounded connections. */
export function makeServer(slowest: number = SLOWEST_REQUEST): Server {
  const server = createServer({
    requestTimeout: slowest,
    headersTimeout: slowest,
    connectionsCheckingInterval: Math.min(1000, slowest),
    maxHeaderSize: 16_384,
    keepAliveTimeout: 5000,
  });
  server.maxConnections = 500;
  return server;
}

/** Lets an app answer all that a server is asked. */
export function serve(server: Server, answer: Fetch): void {
  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
}

/** Ends a server and every connection to it. */
export function endServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  });
}

export type Address = { readonly host: string; readonly port: number };

/**
 * Listens and gives the port, which is drawn by the system where it is 0. Throws `ToolkitError` `port-taken`,
 * `port-refused`, `no-such-address`.
 */
export function listen(server: Server, { host, port }: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(explainListening(error, { host, port }));
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Whether somebody listens at an address; false also where that cannot be told within a second. */
export function isListening({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function explainListening(error: Error, { host, port }: Address): ToolkitError {
  const system = 'code' in error ? String(error.code) : '';
  if (system === 'EADDRINUSE') {
    return new ToolkitError('port-taken', `port ${port} is used by another program`, {
      hint: 'Name another with --port, or none.',
    });
  }
  if (system === 'EACCES') {
    return new ToolkitError('port-refused', `this machine does not let you use port ${port}`, {
      hint: 'Name one above 1023 with --port, or none.',
    });
  }
  return new ToolkitError('no-such-address', `this machine cannot be reached at ${host}: ${system}`, {
    hint: 'Name an address of this machine with --host, or none for this machine alone.',
  });
}
