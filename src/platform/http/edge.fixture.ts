import { pino } from 'pino';
import Type from 'typebox';
import { createHttpServer, type HttpOptions, type HttpServer, meaning, query } from './index.ts';

/** The bare edge with a few routes that show what it does with them. */
export async function testEdge(changes: Partial<HttpOptions> = {}): Promise<HttpServer> {
  const server = await createHttpServer({
    log: pino({ level: 'silent' }),
    requestsPerMinute: 0,
    trustProxy: false,
    readJson: (text) => {
      try {
        return { kind: 'json', value: JSON.parse(text) };
      } catch {
        return {
          kind: 'refused',
          issue: { pointer: '', code: 'malformed', message: { vi: 'sai', en: 'wrong' } },
        };
      }
    },
    ...changes,
  });
  const numbers = query({
    q: Type.Optional(Type.String({ maxLength: 20 })),
    limit: Type.Integer(meaning('số', 'number', { minimum: 1, maximum: 100, default: 24 })),
  });
  server.get('/api/list', { schema: { querystring: numbers } }, async (request) => request.query);
  const body = Type.Object({ name: Type.String({ minLength: 2 }) }, { additionalProperties: false });
  server.post('/api/things', { schema: { body } }, async (request) => request.body);
  server.post('/api/acts', async (request) => ({ body: request.body ?? null }));
  server.get('/api/faults/:code', async (request) => {
    const { code } = request.params as { code: string };
    throw Object.assign(new Error('at secret place in line 12'), { code });
  });
  return server;
}
