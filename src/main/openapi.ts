import swagger from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { type HttpServer, PROBLEM_SCHEMA } from '#platform/http/index.ts';
import packageFile from '../../package.json' with { type: 'json' };

const TAGS = [
  {
    name: 'search',
    vi: 'Tìm kiếm, gợi ý, bản đồ, dòng thời gian',
    en: 'Search, suggestions, map, time line',
  },
  {
    name: 'records',
    vi: 'Hồ sơ di sản: đọc, ghi, lịch sử, vòng đời',
    en: 'Heritage records: reading, writing, history, life',
  },
  { name: 'relations', vi: 'Quan hệ giữa các hồ sơ', en: 'Relations between records' },
  { name: 'decisions', vi: 'Quyết định và các hành vi trong đó', en: 'Decisions and their acts' },
  {
    name: 'registry',
    vi: 'Sổ đăng ký: trạng thái theo ngày, việc chờ xử lý',
    en: 'The registry: its state on a day, work that waits',
  },
  { name: 'changesets', vi: 'Gói thay đổi và hoàn tác', en: 'Changesets and their reversal' },
  { name: 'standards', vi: 'Chuẩn hồ sơ và danh mục mã', en: 'Record standards and code lists' },
  { name: 'vocabularies', vi: 'Từ vựng có kiểm soát (SKOS)', en: 'Controlled vocabularies (SKOS)' },
  { name: 'imports', vi: 'Nhập dữ liệu từ bảng', en: 'Import of tables' },
  { name: 'places', vi: 'Đơn vị hành chính xưa và nay', en: 'Administrative units, then and now' },
  {
    name: 'programme',
    vi: 'Tiến độ chương trình số hóa',
    en: 'Progress of the digitisation programme',
  },
];

const DESCRIPTION = `Reading is open to everybody. Writing needs \`Authorization: Bearer <administrator token>\`.
Messages come in the language of Accept-Language (vi unless en is preferred). Lists are read page by page: give the
\`next\` of one page as \`after\` of the following. What is refused is answered with an RFC 9457 problem document.`;

/** Describes every route registered after it; served as OpenAPI 3.1. */
export async function describeApi(server: HttpServer): Promise<void> {
  server.addSchema(PROBLEM_SCHEMA);
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Di Sản Số API',
        version: packageFile.version,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: TAGS.map(({ name, vi, en }) => ({ name, description: en, 'x-vi': vi })),
      components: {
        securitySchemes: {
          administrator: {
            type: 'http',
            scheme: 'bearer',
            description: 'The administrator token of the installation',
          },
        },
      },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `schema-${i}`) },
    transform: ({ schema, url, route }) => {
      // Pages are for people; what is described here is for programs.
      const hide = schema?.hide === true || !url.startsWith('/api/v1/');
      return { schema: { ...schema, ...withOptionalDefaults(schema), ...guard(route.method), hide }, url };
    },
  });
  server.get('/api/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(server.swagger()),
  );
}

/** What has a default may be left out, although a route always finds it there. */
function withOptionalDefaults(schema: FastifySchema | undefined): FastifySchema {
  const query = schema?.querystring as
    | { required?: string[]; properties: Record<string, object> }
    | undefined;
  if (query?.required === undefined) return {};
  const required = query.required.filter((name) => !('default' in (query.properties[name] ?? {})));
  return { querystring: { ...query, required } };
}

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Reading takes a token too, for drafts, but does without. */
function guard(method: string | string[]) {
  const reads = [method].flat().every((name) => READING.includes(name));
  return { security: reads ? [{}, { administrator: [] }] : [{ administrator: [] }] };
}
