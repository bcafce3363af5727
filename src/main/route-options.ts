import type {} from '@fastify/rate-limit';
import type {} from '@fastify/swagger';
import type { RouteShorthandOptions } from 'fastify';

/** For what is cheap to answer and no part of the described API. */
export const OUTSIDE_THE_API: Pick<RouteShorthandOptions, 'config' | 'schema'> = {
  config: { rateLimit: false },
  schema: { hide: true },
};
