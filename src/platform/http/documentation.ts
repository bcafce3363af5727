import Type, { type TSchema } from 'typebox';
import type { LocalizedText } from '#platform/i18n/index.ts';

/** What the reference says of one operation; the Vietnamese words travel in extensions beside the English ones. */
export interface OperationWords {
  id: string;
  tag: string;
  summary: LocalizedText;
  detail?: LocalizedText;
}

const PROBLEM_TYPE = 'application/problem+json';

/** Shared by all operations; registered once on the server. */
export const PROBLEM_SCHEMA = {
  $id: 'Problem',
  ...Type.Object(
    {
      type: Type.String({ examples: ['urn:disan:problem:invalid'] }),
      title: Type.String(),
      status: Type.Integer(),
      detail: Type.String(),
      issues: Type.Array(
        Type.Object({
          pointer: Type.String({
            description: 'RFC 6901 pointer; parts of the address start with /query or /params',
          }),
          code: Type.String(),
          message: Type.String(),
        }),
      ),
      reference: Type.String({ description: 'Reference code of the request, for the operator' }),
    },
    { description: 'RFC 9457 problem document, in the language of Accept-Language' },
  ),
};

/** The documentation part of a route's schema. Every operation can be refused with a problem document. */
export function operation(words: OperationWords, responses: Record<number, object>) {
  const { id, tag, summary, detail } = words;
  const problem = { schema: { $ref: 'Problem#' } };
  return {
    operationId: id,
    tags: [tag],
    summary: summary.en,
    'x-summary-vi': summary.vi,
    ...(detail === undefined ? {} : { description: detail.en, 'x-description-vi': detail.vi }),
    response: {
      ...responses,
      default: { description: 'Refused; see `title` and `issues`', content: { [PROBLEM_TYPE]: problem } },
    },
  };
}

/** A JSON answer with what it is. */
export function jsonAnswer(description: string, schema: TSchema) {
  return { description, content: { 'application/json': { schema } } };
}

/** A file, or an answer in another media type than plain JSON. */
export function fileAnswer(description: string, ...mediaTypes: string[]) {
  const forms = mediaTypes.map((mediaType) => {
    const schema = /[/+]json$/.test(mediaType) ? Type.Object({}) : Type.String();
    return [mediaType, { schema }];
  });
  return { description, content: Object.fromEntries(forms) };
}

/** Options of a parameter or property: what it means, in both languages. */
export function meaning<Options extends object>(vi: string, en: string, options?: Options) {
  return { description: en, 'x-vi': vi, ...(options ?? ({} as Options)) };
}

/** The two parameters of every list that is read page by page. */
export const PAGE_PARAMETERS = {
  after: Type.Optional(
    Type.String(
      meaning('giá trị `next` của trang trước', 'the `next` of the page before', {
        minLength: 1,
        maxLength: 1_000,
      }),
    ),
  ),
  limit: Type.Integer(
    meaning('số mục mỗi trang', 'items per page', { minimum: 1, maximum: 100, default: 24 }),
  ),
};

/** A query string: closed, so that a mistyped name is refused instead of ignored. */
export function query<Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

/** A page of a list. */
export function pageOf(item: TSchema) {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Optional(Type.String({ description: 'Opaque; give it as `after` to get the next page' })),
  });
}
