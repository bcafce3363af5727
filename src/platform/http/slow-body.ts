import type { Socket } from 'node:net';
import type { ConnectionError, FastifyRequest } from 'fastify';
import { answerBrokenRequest } from './broken-request.ts';
import type { HttpServer } from './instance.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body may take as long as it keeps coming; the route's `handlerTimeout` bounds the whole. */
    slowBody?: boolean;
  }
}

/** What has to come of a slow body in each span of time; less is a sender that only holds the connection. */
const LEAST_BYTES = 1_024;

/**
 * Ends requests whose body takes too long. Node bounds the time of all requests alike, which is either too short for a
 * large file over a slow line or too long for everybody else.
 */
export function boundBodies(server: HttpServer, withinMs: number): void {
  server.addHook('onRequest', async (request) => {
    if (hasBody(request)) watchBody(request, withinMs);
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function watchBody({ raw, routeOptions }: FastifyRequest, withinMs: number): void {
  const { socket } = raw;
  let seen = socket.bytesRead;
  const timer = setInterval(() => {
    const fresh = socket.bytesRead - seen;
    seen = socket.bytesRead;
    if (!raw.complete && routeOptions.config.slowBody === true && fresh >= LEAST_BYTES) return;
    clearInterval(timer);
    if (!raw.complete) endLate(socket);
  }, withinMs);
  timer.unref();
  raw.once('close', () => clearInterval(timer));
}

function endLate(socket: Socket): void {
  const error = Object.assign(new Error('The body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  answerBrokenRequest(error as ConnectionError, socket);
}
