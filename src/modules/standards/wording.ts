import type { Field, LocalizedLabel, Rule } from './schema.ts';
import type { Datatype } from './values.ts';

/** The words of the public pages, sheets and notes for what a standard declares by code. */
export const DATATYPE_LABELS: Record<Datatype, LocalizedLabel> = {
  text: { vi: 'Văn bản', en: 'Text' },
  localizedText: { vi: 'Văn bản theo ngôn ngữ', en: 'Text in a language' },
  term: { vi: 'Thuật ngữ trong danh mục', en: 'Term of a list' },
  boolean: { vi: 'Có hoặc không', en: 'Yes or no' },
  integer: { vi: 'Số nguyên', en: 'Whole number' },
  decimal: { vi: 'Số thập phân', en: 'Decimal number' },
  url: { vi: 'Địa chỉ web', en: 'Web address' },
  identifier: { vi: 'Mã định danh', en: 'Identifier' },
  date: { vi: 'Thời gian', en: 'Date' },
  recurrence: { vi: 'Chu kỳ lặp lại', en: 'Recurrence' },
  geometry: { vi: 'Vị trí, ranh giới', en: 'Geometry' },
  measurement: { vi: 'Số đo', en: 'Measurement' },
  reference: { vi: 'Liên kết tới hồ sơ khác', en: 'Reference to another record' },
  agentRole: { vi: 'Người, tổ chức và vai trò', en: 'Agent with a role' },
  place: { vi: 'Địa điểm', en: 'Place' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  inscription: { vi: 'Văn khắc, minh văn', en: 'Inscription' },
  file: { vi: 'Tệp đính kèm', en: 'File' },
};

export const OBLIGATION_LABELS = {
  mandatory: { vi: 'Bắt buộc', en: 'Mandatory' },
  recommended: { vi: 'Nên có', en: 'Recommended' },
  optional: { vi: 'Tùy chọn', en: 'Optional' },
} as const;

export const VISIBILITY_LABELS: Record<Field['visibility'], LocalizedLabel> = {
  public: { vi: 'Công khai', en: 'Public' },
  organisation: { vi: 'Trong đơn vị', en: 'Within the organisation' },
  sector: { vi: 'Trong ngành', en: 'Within the sector' },
  community: { vi: 'Trong cộng đồng chủ thể', en: 'Within the bearer community' },
};

export const CARDINALITY_LABELS: Record<Field['cardinality'], LocalizedLabel> = {
  '0..1': { vi: 'Không hoặc một', en: 'None or one' },
  '1..1': { vi: 'Đúng một', en: 'Exactly one' },
  '0..*': { vi: 'Không, một hoặc nhiều', en: 'None, one or more' },
  '1..*': { vi: 'Một hoặc nhiều', en: 'One or more' },
};

/** A declared rule as a sentence without its full stop; `labelOf` names the other field of a cross-field rule. */
export function ruleInWords(rule: Rule, labelOf: (field: string) => LocalizedLabel): LocalizedLabel {
  switch (rule.rule) {
    case 'maxLength':
      return { vi: `Tối đa ${rule.value} ký tự`, en: `At most ${rule.value} characters` };
    case 'minLength':
      return { vi: `Ít nhất ${rule.value} ký tự`, en: `At least ${rule.value} characters` };
    case 'pattern':
      return rule.message ?? { vi: `Theo mẫu ${rule.value}`, en: `Matches the pattern ${rule.value}` };
    case 'range':
      return rangeInWords(rule.min, rule.max);
    case 'notBefore': {
      const other = labelOf(rule.field);
      return { vi: `Không sớm hơn “${other.vi}”`, en: `Not earlier than “${other.en}”` };
    }
    case 'requires': {
      const other = labelOf(rule.field);
      return { vi: `Phải nhập cùng “${other.vi}”`, en: `Needs “${other.en}” as well` };
    }
    case 'unique':
      return { vi: 'Không nhập trùng giá trị', en: 'No value twice' };
  }
}

function rangeInWords(min: string | undefined, max: string | undefined): LocalizedLabel {
  if (max === undefined) return { vi: `Từ ${min} trở lên`, en: `${min} or more` };
  if (min === undefined) return { vi: `Không quá ${max}`, en: `${max} or less` };
  return { vi: `Từ ${min} đến ${max}`, en: `From ${min} to ${max}` };
}
