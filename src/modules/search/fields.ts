import type { LocalizedLabel } from '#modules/standards/index.ts';
import { centuriesOf, datingOf } from './dating.ts';
import {
  communeValues,
  conceptValues,
  formerProvinceValues,
  holderValues,
  kindValues,
  levelValues,
  listValues,
  mediaValues,
  peopleValues,
  provinceValues,
  rankValues,
  rightsValues,
  typeValues,
  verificationValues,
  visitValues,
} from './facet-values.ts';
import { importanceOf } from './importance.ts';
import type { RecordView } from './record-view.ts';
import type { FacetValue } from './terms.ts';

interface Described {
  name: string;
  label: LocalizedLabel;
  doc: LocalizedLabel;
}

/** Words of a record. A word of a name is never counted as text again: `text` means "found in the text only". */
export interface WordField extends Described {
  class: 'name' | 'text';
  from(view: RecordView): readonly string[];
}

/** Values of a record that filter and are counted. */
export interface FacetField extends Described {
  class: 'facet';
  /** The query key that selects it; several fields may share one. */
  key: string;
  /** Hidden ones serve the search itself. */
  shown: boolean;
  /** The closed list of values, where the program itself defines them. */
  values?: readonly string[];
  from(view: RecordView): readonly FacetValue[];
}

export type SearchField = WordField | FacetField;

const hidden = (value: string): FacetValue => ({ value, label: { vi: value, en: value } });

/** Every record has it, so that a query without words is one too. */
export const EVERYTHING = 'all=all';

/** What is searched: the one list that projection, index, query keys, facets and documentation come from. */
export const FIELDS: readonly SearchField[] = [
  {
    name: 'name',
    class: 'name',
    label: { vi: 'Tên gọi', en: 'Name' },
    doc: {
      vi: 'Mọi tên của hồ sơ, kể cả tên cũ, tên khác, tên chữ Hán – Nôm và tên tiếng Anh.',
      en: 'All names of the record, including former, other, Hán-Nôm and English ones.',
    },
    from: (view) => view.texts(['name']),
  },
  {
    name: 'identifier',
    class: 'name',
    label: { vi: 'Số hiệu', en: 'Identifier' },
    doc: {
      vi: 'Mã định danh của hồ sơ, số đăng ký, số kiểm kê và các số hiệu khác.',
      en: 'The persistent identifier, registration, inventory and other numbers.',
    },
    from: (view) => [view.source.pid, ...view.texts(['identifier'])],
  },
  {
    name: 'text',
    class: 'text',
    label: { vi: 'Nội dung', en: 'Text' },
    doc: {
      vi: 'Các trường văn bản công khai theo chuẩn dữ liệu của từng loại hồ sơ.',
      en: 'The public text fields of the record standard of each kind.',
    },
    from: (view) => view.texts(['text']),
  },
  {
    name: 'placeText',
    class: 'text',
    label: { vi: 'Địa danh', en: 'Place names' },
    doc: {
      vi: 'Địa chỉ như ghi trong quyết định, tên đơn vị hành chính hiện nay và trước ngày 01/7/2025.',
      en: 'Addresses as decisions give them, names of today’s units and of those before 1 July 2025.',
    },
    from: (view) => [
      ...view.texts(['place']),
      ...[...view.place.communes, ...view.place.provinces, ...view.place.formerProvinces].map(
        ({ name }) => name,
      ),
    ],
  },
  {
    name: 'decision',
    class: 'text',
    label: { vi: 'Quyết định', en: 'Decision' },
    doc: {
      vi: 'Số quyết định và tên danh mục xếp hạng, ghi danh, công nhận.',
      en: 'Numbers of decisions and names of the lists they put the record on.',
    },
    from: (view) => [
      ...view.source.designations.flatMap(({ decision }) => (decision === null ? [] : [decision])),
      ...listValues(view).flatMap(({ label }) => [label.vi, label.en]),
    ],
  },
  {
    name: 'related',
    class: 'text',
    label: { vi: 'Liên quan', en: 'Related' },
    doc: {
      vi: 'Tên đơn vị lưu giữ, nhân vật và hồ sơ liên quan đã công bố.',
      en: 'Names of the holder, of people and of related published records.',
    },
    from: ({ source }) => source.targets.flatMap(({ title }) => [title.vi, ...(title.en ? [title.en] : [])]),
  },
  facet({
    name: 'kind',
    label: { vi: 'Loại di sản', en: 'Kind' },
    doc: { vi: 'Loại hồ sơ.', en: 'Kind of record.' },
    from: kindValues,
  }),
  facet({
    name: 'type',
    label: { vi: 'Loại hình', en: 'Type' },
    doc: { vi: 'Loại hình theo luật hoặc loại hiện vật.', en: 'Legal type, or type of object.' },
    from: typeValues,
  }),
  facet({
    name: 'place',
    label: { vi: 'Tỉnh, thành phố', en: 'Province' },
    doc: {
      vi: 'Mã tỉnh (2 số) hoặc xã (5 số) hiện nay; `former-` và mã 2 số là tỉnh trước ngày 01/7/2025.',
      en: 'Code of today’s province (2 digits) or commune (5 digits); `former-` and 2 digits for a province until 30 June 2025.',
    },
    from: provinceValues,
  }),
  facet({
    name: 'formerPlace',
    key: 'place',
    label: { vi: 'Tỉnh cũ (đến 30/6/2025)', en: 'Former province (until 30 June 2025)' },
    doc: { vi: 'Một trong 63 tỉnh, thành phố cũ.', en: 'One of the 63 former provinces.' },
    from: formerProvinceValues,
  }),
  facet({
    name: 'commune',
    key: 'place',
    shown: false,
    label: { vi: 'Xã, phường', en: 'Commune' },
    doc: { vi: 'Mã xã, phường, đặc khu hiện nay.', en: 'Code of today’s commune.' },
    from: communeValues,
  }),
  facet({
    name: 'period',
    label: { vi: 'Niên đại', en: 'Period' },
    doc: { vi: 'Thời kỳ, triều đại, niên hiệu.', en: 'Period, dynasty or reign.' },
    from: (view) => conceptValues(view, 'period', 'periods'),
  }),
  facet({
    name: 'rank',
    label: { vi: 'Cấp ghi nhận', en: 'Level of recognition' },
    doc: {
      vi: 'Cấp cao nhất và các cấp khác đã xếp hạng, ghi danh, công nhận.',
      en: 'Levels at which it is ranked, inscribed or recognised.',
    },
    values: ['unesco', 'special', 'national', 'province', 'none'],
    from: rankValues,
  }),
  facet({
    name: 'list',
    label: { vi: 'Danh mục', en: 'List' },
    doc: { vi: 'Danh mục theo luật.', en: 'List under the law or of UNESCO.' },
    from: listValues,
  }),
  facet({
    name: 'people',
    label: { vi: 'Nhân vật, tổ chức', en: 'People and organisations' },
    doc: { vi: 'Mã hồ sơ của người, tổ chức liên quan.', en: 'Identifier of the agent’s record.' },
    from: peopleValues,
  }),
  facet({
    name: 'material',
    label: { vi: 'Chất liệu, kỹ thuật', en: 'Material and technique' },
    doc: { vi: 'Chất liệu hoặc kỹ thuật.', en: 'Material or technique.' },
    from: (view) => [
      ...conceptValues(view, 'materials', 'materials'),
      ...conceptValues(view, 'techniques', 'techniques'),
    ],
  }),
  facet({
    name: 'community',
    label: { vi: 'Dân tộc, cộng đồng', en: 'Ethnic group' },
    doc: { vi: 'Dân tộc theo danh mục 54 dân tộc.', en: 'One of the 54 ethnic groups.' },
    from: (view) => conceptValues(view, 'ethnicGroup', 'ethnic-groups'),
  }),
  facet({
    name: 'rights',
    label: { vi: 'Quyền sử dụng', en: 'Reuse' },
    doc: { vi: 'Được dùng đến đâu.', en: 'How far it may be reused.' },
    values: ['free', 'conditional', 'view-only', 'unknown'],
    from: rightsValues,
  }),
  facet({
    name: 'media',
    label: { vi: 'Phương tiện', en: 'Media' },
    doc: { vi: 'Có tư liệu số loại nào.', en: 'Which digital media there are.' },
    values: ['image', 'none'],
    from: mediaValues,
  }),
  facet({
    name: 'org',
    label: { vi: 'Đơn vị lưu giữ', en: 'Holder' },
    doc: {
      vi: 'Mã hồ sơ của bảo tàng, đơn vị lưu giữ; `x-…` là tên chưa có hồ sơ.',
      en: 'Identifier of the holding institution’s record; `x-…` for a name without a record.',
    },
    from: holderValues,
  }),
  facet({
    name: 'visit',
    label: { vi: 'Có thể tham quan', en: 'Can be visited' },
    doc: { vi: 'Mở cửa, có hướng dẫn tiếp cận.', en: 'Open, accessibility described.' },
    values: ['open', 'accessible'],
    from: visitValues,
  }),
  facet({
    name: 'level',
    label: { vi: 'Mức số hóa', en: 'Digitization level' },
    doc: { vi: 'Mức đạt được theo bằng chứng.', en: 'Level reached by evidence.' },
    values: ['m0', 'm1'],
    from: levelValues,
  }),
  facet({
    name: 'verification',
    label: { vi: 'Xác nhận', en: 'Verification' },
    doc: {
      vi: 'Đã được người có thẩm quyền xác nhận hay chưa.',
      en: 'Whether a person with the right has confirmed it.',
    },
    values: ['confirmed', 'unconfirmed'],
    from: verificationValues,
  }),
  internal('century', (view) => centuriesOf(datingOf(view)).map(hidden)),
  internal('importance', (view) => [hidden(String(importanceOf(view)))]),
  internal('all', () => [hidden('all')]),
];

type FacetDeclaration = Omit<FacetField, 'class' | 'key' | 'shown'> & { key?: string; shown?: boolean };

function facet(declaration: FacetDeclaration): FacetField {
  return { class: 'facet', key: declaration.name, shown: true, ...declaration };
}

function internal(name: string, from: FacetField['from']): FacetField {
  const label = { vi: name, en: name };
  return { name, class: 'facet', key: '', shown: false, label, doc: label, from };
}

export const WORD_FIELDS: readonly WordField[] = FIELDS.filter((field) => field.class !== 'facet');
export const FACET_FIELDS: readonly FacetField[] = FIELDS.filter((field) => field.class === 'facet');
export const SHOWN_FACETS: readonly FacetField[] = FACET_FIELDS.filter((field) => field.shown);

/** Keys that take values of facets; each may be given several times. */
export const FILTER_KEYS: readonly string[] = [
  ...new Set(FACET_FIELDS.filter((field) => field.key !== '').map((field) => field.key)),
];
