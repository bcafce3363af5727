export { type ErrorPage, languageOf, refuse } from './errors.ts';
export type { HttpServer } from './instance.ts';
export { cachePages, type PageCache } from './page-cache.ts';
export { answerRefusal, type Problem, type ProblemAnswer } from './problem.ts';
export type { Issue, Refusal } from './refusal.ts';
export { createHttpServer, type HttpOptions } from './server.ts';
