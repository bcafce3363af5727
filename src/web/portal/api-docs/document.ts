import type { HttpServer } from '#platform/http/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

/** The part of a JSON Schema that the reference shows. */
export interface Shape {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  description?: string;
  'x-vi'?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: Shape;
}

interface Answer {
  description: string;
  content?: Record<string, { schema?: Shape }>;
}

interface Described {
  operationId: string;
  tags: string[];
  summary: string;
  'x-summary-vi': string;
  description?: string;
  'x-description-vi'?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Shape }> };
  responses: Record<string, Answer>;
  security: Record<string, unknown>[];
}

export interface ApiDocument {
  info: { version: string };
  tags: { name: string; description: string; 'x-vi': string }[];
  paths: Record<string, Record<string, Described>>;
}

export interface ApiOperation extends Described {
  method: string;
  path: string;
  /** Whether it needs the token. */
  guarded: boolean;
}

export interface ApiSection {
  name: string;
  meaning: string;
  operations: ApiOperation[];
}

/** The document that programs get; the page is made of the same. */
export function documentOf(server: HttpServer): ApiDocument {
  return server.swagger() as unknown as ApiDocument;
}

/** Operations under their subject, in the order of the document. */
export function sectionsOf({ tags, paths }: ApiDocument, lang: Lang): ApiSection[] {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): ApiOperation => {
      const guarded = described.security.every((way) => Object.keys(way).length > 0);
      return { ...described, method: method.toUpperCase(), path, guarded };
    }),
  );
  return tags
    .map((tag) => ({
      name: tag.name,
      meaning: lang === 'vi' ? tag['x-vi'] : tag.description,
      operations: operations.filter((operation) => operation.tags.includes(tag.name)),
    }))
    .filter((section) => section.operations.length > 0);
}

/** What a value may be, in short: its type and what narrows it. */
export function typeText(shape: Shape | undefined): string {
  if (shape === undefined) return '';
  if (shape.enum) return shape.enum.map(String).join(' | ');
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.anyOf) return [...new Set(shape.anyOf.map(typeText))].join(' | ');
  const type = [shape.type ?? ''].flat().join(' | ');
  if (type === 'array') return `[${typeText(shape.items)}]`;
  return [type, shape.format, boundsText(shape)].filter(Boolean).join(' ');
}

function boundsText({ minimum, maximum }: Shape): string {
  if (minimum === undefined && maximum === undefined) return '';
  const top = maximum === undefined || maximum >= 2_147_483_647 ? '' : String(maximum);
  return `${minimum ?? ''}…${top}`;
}

export function meaningOf(shape: Shape | undefined, lang: Lang, english = shape?.description): string {
  return (lang === 'vi' ? shape?.['x-vi'] : undefined) ?? english ?? '';
}
