import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { acceptJson, type JsonReader } from './body.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { handleErrors, refuse } from './errors.ts';
import { BODY_LIMIT_BYTES, type HttpServer } from './instance.ts';
import { refuseBrokenQueries } from './query.ts';
import { boundBodies } from './slow-body.ts';
import { compileValidator } from './validation.ts';

export interface HttpOptions {
  log: FastifyBaseLogger;
  /** Requests per minute and address; 0 switches the limit off (benchmarks). */
  requestsPerMinute: number;
  /** Behind a reverse proxy the client's address is the last one the proxy added. */
  trustProxy: boolean;
  /** Reads JSON bodies, more strictly than `JSON.parse` where the caller can. */
  readJson: JsonReader;
  /** How long an answer may take before it is given up; milliseconds. */
  answerWithin?: number;
  /** How long a body may take to arrive, or rest where its route takes slow ones; milliseconds. */
  bodyWithin?: number;
}

/** A query of 10,000 Vietnamese letters, percent-encoded, still gets an answer that says what is wrong with it. */
const HEADER_LIMIT_BYTES = 128 * 1024;
const ANSWER_WITHIN = 30_000;
/** Heads, and all bodies but those of files. */
const ARRIVE_WITHIN = 60_000;
/** Above the longest time that a route takes for a file. */
const LONGEST_REQUEST = 16 * 60_000;

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
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ? nearestOnly : false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: LONGEST_REQUEST,
    handlerTimeout: options.answerWithin ?? ANSWER_WITHIN,
    genReqId: () => randomUUID(),
    // Open connections must not keep a server from stopping.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
    http: { maxHeaderSize: HEADER_LIMIT_BYTES, headersTimeout: ARRIVE_WITHIN },
    clientErrorHandler: answerBrokenRequest,
    // An address that is not well-formed UTF-8 never reaches a route.
    frameworkErrors: (_error, request, reply) => refuse(request, reply, { kind: 'not-found' }),
  });
  server.setValidatorCompiler(compileValidator);
  // Record bodies must leave as they are stored; a serializer built from a schema would drop what it does not know.
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
  acceptJson(server, options.readJson);
  handleErrors(server);
  boundBodies(server, options.bodyWithin ?? ARRIVE_WITHIN);
  refuseBrokenQueries(server);
  await server.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  if (options.requestsPerMinute > 0) await limitRequests(server, options.requestsPerMinute);
  return server;
}

/** Of a list of forwarded addresses only the last was written by the proxy; the client may have made up all others. */
function nearestOnly(_address: string, hop: number): boolean {
  return hop === 0;
}

async function limitRequests(server: HttpServer, requestsPerMinute: number): Promise<void> {
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    // Thrown and answered by the one error handler, so that the answer is a problem document as any other.
    errorResponseBuilder: (_request, context) => ({ statusCode: 429, retryAfterSeconds: context.ttl / 1000 }),
  });
}
