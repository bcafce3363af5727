import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { hasAdministratorToken, readerOf } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { OUTSIDE_THE_API } from './route-options.ts';

/** What those need who keep the program running: is it alive, can it answer, how does it fare. */
export function registerOperations(server: HttpServer, db: Db): void {
  server.get('/healthz', OUTSIDE_THE_API, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  server.get('/readyz', OUTSIDE_THE_API, async (request, reply) => {
    const answers = await hasAdministratorToken(db).then(
      () => true,
      () => false,
    );
    if (!answers) return refuse(request, reply, { kind: 'busy', retryAfterSeconds: 5 });
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
  measure(server, db);
}

/** Seconds; from what the page cache answers to what the time limit ends. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.5, 1, 3, 10, 30];

function measure(server: HttpServer, db: Db): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    // The pattern of the route, not the address: addresses are without number.
    const route = request.routeOptions.url ?? 'none';
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const outcome = await readerOf(db, request);
    if (outcome.kind !== 'administrator') return refuse(request, reply, { kind: 'unauthenticated' });
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
}
