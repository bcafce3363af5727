import Type from 'typebox';
import {
  fileAnswer,
  type HttpServer,
  languageOf,
  meaning,
  operation,
  query,
  refuse,
} from '#platform/http/index.ts';
import type { Catalogue } from './catalogue.ts';
import {
  type Download,
  importTemplateDownload,
  jsonSchemaDownload,
  mappingCsvDownload,
  standardCsvDownload,
  standardDownload,
} from './downloads.ts';
import { type Lang, OBLIGATION_STATES, type RecordStandard } from './schema.ts';
import { STANDARD_PARAMETERS, sendDownload } from './serving.ts';

type Make = (standard: RecordStandard, lang: Lang) => Download | Promise<Download>;

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const LANGUAGE = Type.Optional(
  Type.Enum(
    ['vi', 'en'] as const,
    meaning('ngôn ngữ; mặc định theo Accept-Language', 'language; Accept-Language unless given'),
  ),
);

/** A standard in the forms that people and programs work with. */
export function registerDownloadRoutes(server: HttpServer, catalogue: Catalogue): void {
  jsonSchema(server, catalogue);
  download(server, catalogue, {
    path: 'declaration.json',
    id: 'downloadStandard',
    summary: { vi: 'Tải khai báo của chuẩn', en: 'Download the declaration of the standard' },
    mediaType: 'application/json',
    make: (standard) => standardDownload(standard),
  });
  download(server, catalogue, {
    path: 'fields.csv',
    id: 'downloadFields',
    summary: { vi: 'Tải bảng các trường', en: 'Download the table of fields' },
    mediaType: CSV,
    make: standardCsvDownload,
  });
  download(server, catalogue, {
    path: 'mappings.csv',
    id: 'downloadMappings',
    summary: { vi: 'Tải bảng đối chiếu với các chuẩn khác', en: 'Download the crosswalk to other standards' },
    mediaType: CSV,
    make: mappingCsvDownload,
  });
  download(server, catalogue, {
    path: 'template.xlsx',
    id: 'downloadTemplate',
    summary: { vi: 'Tải mẫu nhập liệu XLSX', en: 'Download the XLSX import template' },
    mediaType: XLSX,
    make: (standard, lang) => importTemplateDownload(standard, catalogue, lang),
  });
}

interface Offer {
  path: string;
  id: string;
  summary: { vi: string; en: string };
  mediaType: string;
  make: Make;
}

function download(
  server: HttpServer,
  catalogue: Catalogue,
  { path, id, summary, mediaType, make }: Offer,
): void {
  const schema = {
    params: STANDARD_PARAMETERS,
    querystring: query({ lang: LANGUAGE }),
    ...operation({ id, tag: 'standards', summary }, { 200: fileAnswer('The file', mediaType) }),
  };
  server.get(`/api/v1/standards/:kind/:version/${path}`, { schema }, async (request, reply) => {
    const { kind, version } = request.params;
    const standard = catalogue.standard(kind, version);
    if (standard === undefined) return refuse(request, reply, { kind: 'not-found' });
    const lang = request.query.lang ?? languageOf(request);
    return sendDownload(reply.header('vary', 'Accept-Language'), await make(standard, lang));
  });
}

function jsonSchema(server: HttpServer, catalogue: Catalogue): void {
  const state = Type.Optional(
    Type.Enum(
      OBLIGATION_STATES,
      meaning('trạng thái mà các mục bắt buộc phải đủ', 'the state whose mandatory fields are required', {
        default: 'draft',
      }),
    ),
  );
  const words = {
    id: 'readStandardSchema',
    tag: 'standards',
    summary: { vi: 'JSON Schema (2020-12) của nội dung hồ sơ', en: 'JSON Schema (2020-12) of a record body' },
  };
  const schema = {
    params: STANDARD_PARAMETERS,
    querystring: query({ state }),
    ...operation(words, { 200: fileAnswer('The schema', 'application/schema+json') }),
  };
  server.get('/api/v1/standards/:kind/:version/schema', { schema }, async (request, reply) => {
    const { kind, version } = request.params;
    const standard = catalogue.standard(kind, version);
    if (standard === undefined) return refuse(request, reply, { kind: 'not-found' });
    return sendDownload(
      reply,
      jsonSchemaDownload(standard, catalogue, { state: request.query.state ?? 'draft' }),
    );
  });
}
