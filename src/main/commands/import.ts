import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  findProfile,
  type ImportResult,
  importTable,
  type Mapping,
  otherFormatOf,
  otherFormatText,
  readMapping,
  rejectedLines,
  rejectedWorkbook,
  reportEnd,
  reportLines,
  type TableFormat,
  tableFormatOf,
  undoImport,
} from '#modules/exchange/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import type { Runtime } from '../runtime.ts';
import type { Terminal } from '../terminal.ts';
import { exchangeContext, fileProblem } from './exchange-context.ts';
import { tellImport, tellRefusal, tellUndo } from './import-telling.ts';
import { withRuntime } from './roles.ts';

/** Reads a table into records, or takes an import back. */
export const importCommand: Command = {
  name: 'import',
  summary: {
    vi: 'Nhập hồ sơ từ tệp Excel (.xlsx), CSV, JSON Lines hay GeoJSON; chạy thử, báo cáo, hoàn tác',
    en: 'Import records from Excel (.xlsx), CSV, JSON Lines or GeoJSON; dry run, report, undo',
  },
  usage:
    'FILE --as KIND [--mapping FILE | --profile NAME] [--publish] [--dry-run] [--skip-rejected] [--report FILE] | undo CHANGESET',
  example: 'import hien-vat.xlsx --as artefact --dry-run --report bao-cao.csv',
  options: {
    as: { type: 'string' },
    mapping: { type: 'string' },
    profile: { type: 'string' },
    publish: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'skip-rejected': { type: 'boolean' },
    report: { type: 'string' },
  },
  positionals: { min: 1, max: 2 },
  async run(invocation) {
    const [first = '', second] = invocation.positionals;
    if (first === 'undo' && second !== undefined) return await undo(invocation, second);
    const request = second === undefined ? await readRequest(invocation, first) : undefined;
    return request ? await withRuntime(invocation, (runtime) => runImport(invocation, runtime, request)) : 1;
  },
};

async function undo(invocation: Invocation, text: string): Promise<ExitCode> {
  const { terminal } = invocation;
  if (!/^[1-9]\d{0,14}$/.test(text)) {
    terminal.say({
      vi: `“${text}” không phải số của gói thay đổi; lệnh nhập đã in số này ra khi xong`,
      en: `"${text}" is no number of a changeset; the import printed it when it was done`,
    });
    return 1;
  }
  return await withRuntime(invocation, async (runtime) => {
    const reason = { vi: `Hoàn tác lần nhập ${text}`, en: `Undo of import ${text}` }[terminal.lang];
    const registry = await runtime.contextAs('administrator');
    return tellUndo(await undoImport(registry, { changesetId: Number(text), reason }), terminal);
  });
}

interface Request {
  path: string;
  format: TableFormat;
  kind: string;
  mapping: Mapping;
  /** Name of a mapping that was saved in the workbench; takes the place of `mapping`. */
  profile: string | undefined;
  /** New records are published, whatever the mapping says. */
  publish: boolean;
  dryRun: boolean;
  skipRejected: boolean;
  report: string | undefined;
}

async function readRequest({ values, terminal }: Invocation, path: string): Promise<Request | undefined> {
  const { as, report } = values;
  const format = tableFormatOf(path);
  if (format === undefined) {
    terminal.say(unreadFile(path));
    return undefined;
  }
  if (typeof as !== 'string') {
    terminal.say({
      vi: 'thiếu --as LOẠI, ví dụ --as artefact',
      en: '--as KIND is missing, for instance --as artefact',
    });
    return undefined;
  }
  const mapping = typeof values.mapping === 'string' ? await loadMapping(values.mapping, terminal) : {};
  if (!mapping) return undefined;
  return {
    ...{ path, format, kind: as, mapping },
    profile: typeof values.profile === 'string' ? values.profile : undefined,
    publish: values.publish === true,
    dryRun: values['dry-run'] === true,
    skipRejected: values['skip-rejected'] === true,
    report: typeof report === 'string' ? report : undefined,
  };
}

function unreadFile(path: string): LocalizedText {
  const [name, other] = [basename(path), otherFormatOf(path)];
  if (other !== undefined) {
    const { vi, en } = otherFormatText(other);
    return { vi: `${name}: ${vi}`, en: `${name}: ${en}` };
  }
  return {
    vi: `không biết “${name}” là loại tệp gì; đọc được .xlsx, .csv, .jsonl và .geojson`,
    en: `it is not known what kind of file "${name}" is; .xlsx, .csv, .jsonl and .geojson are read`,
  };
}

async function loadMapping(path: string, terminal: Terminal): Promise<Mapping | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    terminal.say(fileProblem(error, path));
  });
  if (text === undefined) return undefined;
  const outcome = readMapping(text);
  switch (outcome.kind) {
    case 'mapping':
      return outcome.mapping;
    case 'not-json':
      terminal.say({
        vi: `tệp ánh xạ ${path}: dòng ${outcome.line}, cột ${outcome.column} không phải JSON hợp lệ (${outcome.reason})`,
        en: `mapping ${path}: line ${outcome.line}, column ${outcome.column} is no valid JSON (${outcome.reason})`,
      });
      return undefined;
    case 'invalid':
      for (const { pointer, message } of outcome.issues) {
        terminal.say({
          vi: `tệp ánh xạ ${path}${pointer}: ${message.vi}`,
          en: `mapping ${path}${pointer}: ${message.en}`,
        });
      }
      return undefined;
  }
}

async function runImport({ terminal }: Invocation, runtime: Runtime, request: Request): Promise<ExitCode> {
  const standard = runtime.knowledge.catalogue.standard(request.kind);
  if (!standard) {
    const kinds = runtime.knowledge.catalogue
      .inForce()
      .map(({ kind }) => kind)
      .join(', ');
    terminal.say({
      vi: `không có loại hồ sơ “${request.kind}”; các loại: ${kinds}`,
      en: `there is no kind "${request.kind}"; kinds are: ${kinds}`,
    });
    return 1;
  }
  try {
    return await importFile(terminal, runtime, { ...request, standard });
  } catch (error) {
    terminal.say(fileProblem(error, request.path));
    return 1;
  }
}

async function importFile(
  terminal: Terminal,
  runtime: Runtime,
  { path, report, profile, publish, ...request }: Request & { standard: RecordStandard },
): Promise<ExitCode> {
  const ctx = await exchangeContext(runtime);
  const saved = profile === undefined ? undefined : await findProfile(ctx.registry.db, profile);
  if (profile !== undefined && saved?.kind !== request.standard.kind) return noProfile(profile, terminal);
  const mapping = saved?.mapping ?? request.mapping;
  const result = await importTable(ctx, {
    ...request,
    mapping: publish ? { ...mapping, state: 'published' } : mapping,
    bytes: bytesOf(path),
    reason: basename(path),
  });
  if (result.kind === 'refused') return tellRefusal(result.refusal, { path, terminal });
  try {
    const files = report === undefined ? undefined : await writeReports(result, report, terminal);
    return tellImport(result, { terminal, files });
  } finally {
    await result.close();
  }
}

function noProfile(name: string, terminal: Terminal): ExitCode {
  terminal.say({
    vi: `không có ánh xạ nào tên “${name}” cho loại hồ sơ này; các ánh xạ được lưu ở bước Cột của trang nhập dữ liệu`,
    en: `there is no mapping "${name}" for this kind; mappings are saved at the step Columns of the import pages`,
  });
  return 1;
}

/** Opened when it is first read: a stream that fails before anybody listens would end the program. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path);
}

type ReadImport = Extract<ImportResult, { kind: 'read' }>;

function* wholeReport(
  { rows, sheet, outcome: { counts } }: Pick<ReadImport, 'rows' | 'sheet' | 'outcome'>,
  lang: Terminal['lang'],
): Generator<string> {
  yield* reportLines(rows, lang, sheet.sheet);
  yield* reportEnd({ sheet, counts }, lang);
}

/** The report, and beside it the rejected rows to be corrected. */
async function writeReports(
  { rows, sheet, outcome }: ReadImport,
  report: string,
  { lang }: Terminal,
): Promise<string[]> {
  const told = report.replace(/\.xlsx$/i, '.csv');
  await pipeline(Readable.from(wholeReport({ rows, sheet, outcome }, lang)), createWriteStream(told));
  if (outcome.counts.rejected === 0) return [told];
  const asWorkbook = sheet.format === 'xlsx' || /\.xlsx$/i.test(report);
  const rejected = `${report.replace(/\.(?:csv|xlsx)$/i, '')}.rejected.${asWorkbook ? 'xlsx' : 'csv'}`;
  const header = { header: sheet.header, lang };
  const source = asWorkbook ? rejectedWorkbook(rows, header) : rejectedLines(rows, header);
  await pipeline(Readable.from(source), createWriteStream(rejected));
  return [told, rejected];
}
