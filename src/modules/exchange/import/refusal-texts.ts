import type { CsvRefusal } from '#formats/csv/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { TableRefusal } from '../table/table-event.ts';
import type { FileRefusal } from './outcome.ts';
import { placeText, tableRefusalText } from './refusal-texts-tables.ts';

/** Why a file was not read, place by place, and what to do. */
export function fileRefusalTexts(refusal: FileRefusal): LocalizedText[] {
  switch (refusal.kind) {
    case 'header':
      return refusal.problems.map(({ column, problem, advice }) => {
        const where = placeText({ ...refusal, ...(column === 0 ? {} : { column }) });
        return {
          vi: `${where.vi}${problem.vi} ${advice.vi}`,
          en: `${where.en}${problem.en} ${advice.en}`,
        };
      });
    case 'uncertain-encoding':
      return [
        {
          vi: `Chưa chắc tệp dùng bảng mã ${refusal.encoding}. Hãy lưu lại dưới dạng CSV UTF-8, hoặc ghi "encoding" trong tệp ánh xạ.`,
          en: `The file may be in the encoding ${refusal.encoding}, but that is uncertain. Save it as CSV UTF-8, or state "encoding" in the mapping file.`,
        },
      ];
    default:
      return [isCsvRefusal(refusal) ? csvText(refusal) : tableRefusalText(refusal)];
  }
}

const CSV_KINDS: ReadonlySet<string> = new Set<CsvRefusal['kind']>([
  'empty',
  'duplicate-header',
  'nul-byte',
  'ragged-row',
  'unclosed-quote',
  'misplaced-quote',
  'record-too-long',
  'invalid-encoding',
]);

function isCsvRefusal(refusal: TableRefusal): refusal is CsvRefusal {
  return CSV_KINDS.has(refusal.kind);
}

function csvText(refusal: CsvRefusal): LocalizedText {
  switch (refusal.kind) {
    case 'empty':
      return {
        vi: 'Tệp trống. Dòng đầu phải là tên cột, mỗi dòng sau là một hồ sơ.',
        en: 'The file is empty. Its first row must name the columns; each row after it is a record.',
      };
    case 'duplicate-header':
      return at(refusal, {
        vi: `tên cột “${refusal.name}” bị dùng hai lần. Hãy đổi tên hoặc bỏ một cột.`,
        en: `the column name “${refusal.name}” is used twice. Rename or remove one of the columns.`,
      });
    case 'nul-byte':
      return at(refusal, {
        vi: 'có ký tự NUL, tệp có thể đã hỏng. Hãy xuất lại tệp từ phần mềm nguồn.',
        en: 'there is a NUL character; the file may be damaged. Export it again from where it comes from.',
      });
    case 'ragged-row':
      return at(refusal, {
        vi: `dòng có ${refusal.found} ô, tiêu đề có ${refusal.expected}. Ô chứa dấu phân cách phải đặt trong ngoặc kép.`,
        en: `the row has ${refusal.found} cells, the header ${refusal.expected}. A cell that holds the delimiter must be quoted.`,
      });
    case 'unclosed-quote':
      return at(refusal, {
        vi: 'dấu ngoặc kép mở ra mà không đóng lại. Hãy đóng ngoặc, hoặc viết hai dấu liền nhau nếu là nội dung.',
        en: 'a quotation mark is opened and never closed. Close it, or write it twice where it belongs to the text.',
      });
    case 'misplaced-quote':
      return at(refusal, {
        vi: 'dấu ngoặc kép nằm giữa ô. Hãy đặt cả ô trong ngoặc kép và viết hai dấu liền nhau ở chỗ đó.',
        en: 'a quotation mark stands inside the cell. Quote the whole cell, and write the mark twice there.',
      });
    case 'record-too-long':
      return {
        vi: `Dòng ${refusal.line}: dài quá ${refusal.limit} ký tự. Có thể thiếu một dấu ngoặc kép đóng.`,
        en: `Line ${refusal.line}: longer than ${refusal.limit} characters. A closing quotation mark may be missing.`,
      };
    case 'invalid-encoding':
      if (refusal.column !== undefined) {
        return at(
          { line: refusal.line, column: refusal.column },
          {
            vi: 'chữ trong ô không thuộc bảng mã nào nhận ra được. Hãy gõ lại ô này, hoặc lưu tệp dưới dạng CSV UTF-8.',
            en: 'the letters of the cell belong to no encoding that is recognised. Type the cell again, or save the file as CSV UTF-8.',
          },
        );
      }
      return {
        vi: `Dòng ${refusal.line}: byte thứ ${refusal.offset} không thuộc bảng mã nào nhận ra được. Hãy lưu lại dưới dạng CSV UTF-8, hoặc ghi "encoding" trong tệp ánh xạ.`,
        en: `Line ${refusal.line}: byte ${refusal.offset} belongs to no encoding that is recognised. Save the file as CSV UTF-8, or state "encoding" in the mapping file.`,
      };
  }
}

function at({ line, column }: { line: number; column: number }, { vi, en }: LocalizedText): LocalizedText {
  return { vi: `Dòng ${line}, cột ${column}: ${vi}`, en: `Line ${line}, column ${column}: ${en}` };
}
