export type { JsonReader } from './body.ts';
export { isHeld, versionExpected } from './conditional.ts';
export { allowReadsFromAnywhere } from './cors.ts';
export { readCursor, writeCursor } from './cursor.ts';
export {
  fileAnswer,
  jsonAnswer,
  meaning,
  operation,
  PAGE_PARAMETERS,
  PROBLEM_SCHEMA,
  pageOf,
  query,
} from './documentation.ts';
export { acceptedEncoding } from './encoding.ts';
export { type ErrorPage, languageOf, refuse } from './errors.ts';
export type { HttpServer } from './instance.ts';
export { createLane, type Lane } from './lane.ts';
export { cachePages, type PageCache } from './page-cache.ts';
export { answerRefusal, type Problem, type ProblemAnswer } from './problem.ts';
export type { Issue, Refusal } from './refusal.ts';
export { createHttpServer, type HttpOptions } from './server.ts';
