import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type ExchangeContext,
  exportRecords,
  exportWorkbook,
  RECORD_FORMATS,
  type RecordFormat,
  readQuery,
} from '#modules/exchange/index.ts';
import type { RecordFilter } from '#modules/registry/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import { exchangeContext, fileProblem } from './exchange-context.ts';
import { writeForms } from './export-forms.ts';
import { withRuntime } from './roles.ts';

/** Writes records to standard output or a file; what is exported as CSV can be edited and imported again. */
export const exportCommand: Command = {
  name: 'export',
  summary: {
    vi: 'Xuất hồ sơ ra Excel (.xlsx), CSV, JSON Lines, GeoJSON hoặc biểu mẫu; tệp sửa xong nhập lại được',
    en: 'Export records as Excel (.xlsx), CSV, JSON Lines, GeoJSON or official forms; an edited file can be imported again',
  },
  usage: 'QUERY --as xlsx|csv|jsonl|geojson|form [--form ID --format docx|pdf] [--output FILE|FOLDER]',
  example: 'export "kind=artefact&state=published" --as xlsx --output hien-vat.xlsx',
  options: {
    as: { type: 'string' },
    output: { type: 'string' },
    form: { type: 'string' },
    format: { type: 'string' },
  },
  positionals: { min: 0, max: 10 },
  async run(invocation) {
    const { values, positionals, terminal } = invocation;
    const query = readQuery(positionals);
    if (query.kind === 'refused') {
      const { part, accepted } = query;
      terminal.say({
        vi: `không hiểu điều kiện “${part}”; dùng được ${accepted.vi}`,
        en: `the condition "${part}" is not understood; accepted are ${accepted.en}`,
      });
      return 1;
    }
    if (values.as === 'form') return await writeForms(invocation, query.filter);
    const format = FORMATS.find((name) => name === values.as);
    if (format === undefined) {
      const formats = [...FORMATS, 'form'].join(', ');
      terminal.say({ vi: `hãy chọn --as: ${formats}`, en: `choose --as: ${formats}` });
      return 1;
    }
    return await writeExport(invocation, { filter: query.filter, format });
  },
};

const FORMATS: readonly (RecordFormat | 'xlsx')[] = ['xlsx', ...RECORD_FORMATS];

interface Wanted {
  filter: RecordFilter;
  format: RecordFormat | 'xlsx';
}

async function writeExport(invocation: Invocation, wanted: Wanted): Promise<ExitCode> {
  const { terminal, values } = invocation;
  const path = typeof values.output === 'string' ? values.output : undefined;
  return await withRuntime(invocation, async (runtime) => {
    const outcome = piecesOf(await exchangeContext(runtime), wanted, terminal.lang);
    if (outcome.kind === 'needs-one-kind') {
      terminal.say({
        vi: 'bảng có cột theo một loại hồ sơ; hãy thêm kind=…, ví dụ kind=artefact',
        en: 'a table has the columns of one kind; add kind=…, for instance kind=artefact',
      });
      return 1;
    }
    try {
      await writePieces(outcome.pieces, path);
      return 0;
    } catch (error) {
      terminal.say(fileProblem(error, path ?? ''));
      return 1;
    }
  });
}

type Pieces = AsyncIterable<string | Uint8Array>;

function piecesOf(
  ctx: ExchangeContext,
  { filter, format }: Wanted,
  lang: Lang,
): { kind: 'export'; pieces: Pieces } | { kind: 'needs-one-kind' } {
  if (format === 'xlsx') {
    const workbook = exportWorkbook(ctx, { filter, lang });
    return workbook.kind === 'export' ? { kind: 'export', pieces: workbook.bytes } : workbook;
  }
  const outcome = exportRecords(ctx, { filter, format });
  return outcome.kind === 'export' ? { kind: 'export', pieces: outcome.texts } : outcome;
}

async function writePieces(pieces: Pieces, path: string | undefined): Promise<void> {
  const source = Readable.from(pieces);
  if (path === undefined) await pipeline(source, process.stdout, { end: false });
  else await pipeline(source, createWriteStream(path));
}
