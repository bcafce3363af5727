import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger } from 'fastify';
import { handleErrors, refuse } from './errors.ts';
import { BODY_LIMIT_BYTES, type HttpServer } from './instance.ts';
import { compileValidator } from './validation.ts';

export interface HttpOptions {
  log: FastifyBaseLogger;
  /** Requests per minute and address; 0 switches the limit off (benchmarks). */
  requestsPerMinute: number;
  /** Behind a reverse proxy the client's address is the last one the proxy added. */
  trustProxy: boolean;
}

const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
};

/** The HTTP edge without any route: validation, problem documents, limits and security headers. */
export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  const server: HttpServer = fastify({
    loggerInstance: options.log,
    disableRequestLogging: true,
    trustProxy: options.trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 60_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
    // An address that is not well-formed UTF-8 never reaches a route.
    frameworkErrors: (_error, request, reply) => refuse(request, reply, { kind: 'not-found' }),
  });
  server.setValidatorCompiler(compileValidator);
  // Record bodies must leave as they are stored; a serializer built from a schema would drop what it does not know.
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
  handleErrors(server);
  await server.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  if (options.requestsPerMinute > 0) await limitRequests(server, options.requestsPerMinute);
  return server;
}

async function limitRequests(server: HttpServer, requestsPerMinute: number): Promise<void> {
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    // Thrown and answered by the one error handler, so that the answer is a problem document as any other.
    errorResponseBuilder: (_request, context) => ({ statusCode: 429, retryAfterSeconds: context.ttl / 1000 }),
  });
}
