import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { dayFromIso } from '#formats/dates/index.ts';
import {
  type Datatype,
  type Field,
  loadStandards,
  type RecordBody,
  type Statement,
} from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { collectFootnotes } from './footnotes.ts';
import type { RecordFrame } from './frame.ts';

const terms = await loadVocabularies('standards');
if (terms.kind === 'refused') throw new Error(JSON.stringify(terms.issues[0]));
const standards = await loadStandards('standards', { concepts: terms.vocabularies });
if (standards.kind === 'refused') throw new Error(JSON.stringify(standards.issues[0]));

/** The shipped standards and vocabularies. */
export const { catalogue } = standards;
export const { vocabularies } = terms;

export const ERAS = [
  {
    dynasty: 'Nhà Nguyễn',
    ruler: 'Nguyễn Thánh Tổ',
    era: 'Minh Mạng',
    eraHan: '明命',
    start: 1820,
    end: 1841,
  },
];

/** A frame for a record of the kind, on 3 February 2027, with one unit, one record and one decision known. */
export function aFrame(lang: Lang, changes: Partial<RecordFrame> = {}): RecordFrame {
  const standard = catalogue.standard('artefact');
  if (!standard) throw new Error('no standard for artefacts');
  return {
    lang,
    catalogue,
    vocabularies,
    eras: ERAS,
    standard,
    today: dayFromIso('2027-02-03') ?? 0,
    records: new Map([
      ['d1abc', { pid: 'd1abc', kind: 'museum', title: 'Bảo tàng Huế', slug: 'bao-tang-hue' }],
    ]),
    units: new Map([
      ['46', { code: '46', name: 'Thành phố Huế', isProvince: true, point: { lat: 16.34, lon: 107.58 } }],
      [
        '19744',
        {
          code: '19744',
          name: 'Phường Phú Xuân',
          isProvince: false,
          href: '/vi/dia-phuong/hue/phu-xuan',
          point: { lat: 16.47, lon: 107.57 },
        },
      ],
    ]),
    formerUnits: new Map([['46', { code: '46', name: 'Tỉnh Thừa Thiên Huế', isProvince: true }]]),
    decisions: new Map([['1426/QĐ-TTg', '/vi/quyet-dinh/1426-qd-ttg-2012']]),
    footnotes: collectFootnotes(standard, EMPTY, ['Đại Nam thực lục']),
    ...changes,
  };
}

export const EMPTY: RecordBody = { standard: 'artefact@1.0', fields: {} };

/** A field of that datatype with nothing special about it. */
export function aField(datatype: Datatype, changes: Partial<Field> = {}): Field {
  return {
    id: 'given',
    label: { vi: 'Trường', en: 'Field' },
    definition: { vi: 'Định nghĩa', en: 'Definition' },
    datatype,
    cardinality: '0..*',
    obligation: { draft: 'optional', submitted: 'optional', published: 'optional' },
    weight: 0,
    visibility: 'public',
    ...changes,
  };
}

export function aStatement(changes: Partial<Statement>): Statement {
  return { id: 's1', ...changes };
}

/** HTML with every element that follows another on a line of its own. */
export function html(node: VNode): string {
  return renderToString(node).replaceAll('><', '>\n<');
}
