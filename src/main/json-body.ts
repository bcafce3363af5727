import { parseStrictJson, type StrictJsonOutcome } from '#formats/jcs/index.ts';
import type { Issue, JsonReader } from '#platform/http/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';

type Fault = Exclude<StrictJsonOutcome['kind'], 'json'> | 'null-character';

const FAULTS: Record<Fault, LocalizedText> = {
  malformed: { vi: 'JSON sai cú pháp', en: 'This is not well-formed JSON' },
  'duplicate-key': {
    vi: 'Tên thuộc tính bị lặp trong cùng một đối tượng',
    en: 'A property name is repeated in one object',
  },
  'lone-surrogate': { vi: 'Chuỗi chứa nửa ký tự Unicode', en: 'A string holds half a Unicode character' },
  'number-out-of-range': {
    vi: 'Số quá lớn hoặc quá dài, không giữ được chính xác; hãy gửi dưới dạng chuỗi',
    en: 'A number is too large or too long to be kept exactly; send it as a string',
  },
  'too-deep': { vi: 'Cấu trúc lồng nhau quá sâu', en: 'The structure is nested too deeply' },
  'null-character': {
    vi: 'Chuỗi chứa ký tự U+0000, không lưu được',
    en: 'A string holds U+0000, which cannot be stored',
  },
};

/** Bodies as I-JSON (RFC 7493): what two readers could read differently is refused, with line and column. */
export const readJsonBody: JsonReader = (text) => {
  const outcome = parseStrictJson(text);
  if (outcome.kind !== 'json') return { kind: 'refused', issue: faultAt(outcome) };
  const pointer = text.includes('\\u0000') ? nullCharacterIn(outcome.value, '') : undefined;
  if (pointer === undefined) return outcome;
  return {
    kind: 'refused',
    issue: { pointer, code: 'null-character', message: ended(FAULTS['null-character'], '') },
  };
};

function faultAt({ kind, line, column, pointer }: Exclude<StrictJsonOutcome, { kind: 'json' }>): Issue {
  const { vi, en } = FAULTS[kind];
  return {
    pointer,
    code: kind,
    message: { vi: `${vi} (dòng ${line}, cột ${column}).`, en: `${en} (line ${line}, column ${column}).` },
  };
}

function ended({ vi, en }: LocalizedText, end: string): LocalizedText {
  return { vi: `${vi}${end}.`, en: `${en}${end}.` };
}

/** The pointer of the first string that holds U+0000, as a value or as a name. */
function nullCharacterIn(value: unknown, pointer: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, item] of Object.entries(value)) {
    if (name.includes('\0')) return pointer;
    const found = nullCharacterIn(item, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
