import {
  asideText,
  type FileRefusal,
  fileRefusalTexts,
  type ImportResult,
  problemText,
  type RowReport,
  type UndoOutcome,
  warningText,
} from '#modules/exchange/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { ExitCode } from '../command.ts';
import type { Terminal } from '../terminal.ts';

type Told = Extract<ImportResult, { kind: 'read' }>;

/** Lines shown on the terminal; the report file has them all. */
const SHOWN = 20;

/** What became of an import. Rejected rows without anything written are a failure, as for every other command. */
export function tellImport(
  { outcome, sheet, rows }: Told,
  { terminal, files = [] }: { terminal: Terminal; files: string[] | undefined },
): ExitCode {
  const { lang } = terminal;
  if (sheet.encoding !== 'UTF-8') {
    terminal.say({ vi: `đã chuyển từ bảng mã ${sheet.encoding}`, en: `converted from ${sheet.encoding}` });
  }
  tellReading(sheet, terminal);
  if (sheet.ignored.length > 0) {
    const list = sheet.ignored.join(', ');
    terminal.say({ vi: `các cột không nhập: ${list}`, en: `columns left out: ${list}` });
  }
  showRows(rows, outcome.kind, terminal);
  terminal.answer(conclusion(outcome)[lang]);
  for (const file of files) terminal.answer({ vi: `báo cáo: ${file}`, en: `report: ${file}` }[lang]);
  if (outcome.kind === 'outdated') return 1;
  return outcome.kind === 'rejected' || (outcome.kind === 'checked' && outcome.counts.rejected > 0) ? 1 : 0;
}

/** How the sheet was read, where that is not what its name says or where something in it may be meant otherwise. */
function tellReading(
  { sheet, headerRow, conversions = [], warnings = [], aside }: Told['sheet'],
  terminal: Terminal,
): void {
  if (sheet !== undefined) {
    terminal.say({
      vi: `đọc trang tính “${sheet}”, tiêu đề ở dòng ${headerRow}`,
      en: `read the sheet “${sheet}”, its header in row ${headerRow}`,
    });
  }
  for (const { column, encoding, samples } of conversions) {
    const shown = samples.map(({ before, after }) => `${before} → ${after}`).join('; ');
    terminal.say({
      vi: `cột “${column}”: chuyển từ ${encoding}: ${shown}`,
      en: `column “${column}”: converted from ${encoding}: ${shown}`,
    });
  }
  for (const warning of warnings) terminal.say(warningText(warning));
  if (aside !== undefined && aside.count > 0) terminal.say(asideText(aside));
}

function showRows(rows: Iterable<RowReport>, kind: Told['outcome']['kind'], terminal: Terminal): void {
  if (kind === 'repeated' || kind === 'unchanged') return;
  let left = SHOWN;
  for (const row of rows) {
    const text = rowText(row, { lang: terminal.lang, changes: kind === 'checked' });
    if (text === undefined) continue;
    if (left === 0) {
      terminal.say({
        vi: 'còn nhiều dòng khác; --report TỆP ghi lại tất cả',
        en: 'there are more rows; --report FILE writes them all',
      });
      return;
    }
    left -= 1;
    terminal.say({ vi: `dòng ${row.line}: ${text}`, en: `line ${row.line}: ${text}` });
  }
}

function rowText(
  { outcome, problems, changes }: RowReport,
  { lang, changes: showsChanges }: { lang: Terminal['lang']; changes: boolean },
): string | undefined {
  if (outcome === 'rejected') return problems.map((found) => problemText(found, lang)).join(' ');
  if (!showsChanges || outcome !== 'updated') return undefined;
  return changes.map(({ column, before, after }) => `${column}: ${before} → ${after}`).join('; ');
}

function conclusion(outcome: Told['outcome']): LocalizedText {
  const { created, updated, unchanged, rejected } = outcome.counts;
  const vi = `mới ${created}, sửa ${updated}, không đổi ${unchanged}, bị từ chối ${rejected}`;
  const en = `${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`;
  switch (outcome.kind) {
    case 'applied':
      return {
        vi: `đã nhập: ${vi} (gói thay đổi ${outcome.changesetId}; hoàn tác: ./disan import undo ${outcome.changesetId})`,
        en: `imported: ${en} (changeset ${outcome.changesetId}; to undo: ./disan import undo ${outcome.changesetId})`,
      };
    case 'checked':
      return { vi: `chạy thử, chưa ghi gì: ${vi}`, en: `dry run, nothing written: ${en}` };
    case 'rejected':
      return {
        vi: `chưa ghi gì vì có dòng bị từ chối: ${vi}. Hãy sửa các dòng đó, hoặc thêm --skip-rejected để nhập các dòng còn lại.`,
        en: `nothing written because of rejected rows: ${en}. Correct them, or add --skip-rejected to import the others.`,
      };
    case 'outdated':
      return {
        vi: 'chưa ghi gì: tệp, hoặc một hồ sơ mà tệp sửa, đã thay đổi từ lần chạy thử. Hãy chạy thử lại và xem kết quả.',
        en: 'nothing written: the file, or a record that it changes, changed since the dry run. Make another dry run and look at it.',
      };
    case 'unchanged':
      return {
        vi: `mọi dòng đều đã có, không đổi gì: ${vi}`,
        en: `everything is there already, nothing changed: ${en}`,
      };
    case 'repeated':
      return {
        vi: `tệp này đã được nhập trước đây (gói thay đổi ${outcome.changesetId}), không đổi gì`,
        en: `this file was imported before (changeset ${outcome.changesetId}); nothing changed`,
      };
  }
}

export function tellRefusal(
  refusal: FileRefusal,
  { path, terminal }: { path: string; terminal: Terminal },
): ExitCode {
  for (const { vi, en } of fileRefusalTexts(refusal))
    terminal.say({ vi: `${path}: ${vi}`, en: `${path}: ${en}` });
  return 1;
}

export function tellUndo(outcome: UndoOutcome, terminal: Terminal): ExitCode {
  switch (outcome.kind) {
    case 'undone': {
      const { updated = 0, moved = 0 } = outcome.counts;
      terminal.answer(
        {
          vi: `đã hoàn tác: khôi phục ${updated} hồ sơ, thu hồi ${moved} hồ sơ mới (gói thay đổi ${outcome.changesetId})`,
          en: `undone: ${updated} records restored, ${moved} new records withdrawn (changeset ${outcome.changesetId})`,
        }[terminal.lang],
      );
      return 0;
    }
    case 'not-an-import':
      terminal.say({ vi: 'gói thay đổi này không phải là một lần nhập', en: 'this changeset is no import' });
      return 1;
    case 'refused':
      for (const problem of outcome.problems) {
        terminal.say(
          'message' in problem
            ? problem.message
            : { vi: `không hoàn tác được (${problem.kind})`, en: `it cannot be undone (${problem.kind})` },
        );
      }
      return 1;
  }
}
