import { foldName } from './foreign-names.ts';
import { partsOf } from './geojson.ts';
import type { MapFeature, RawFeature } from './map-feature.ts';
import { boxOfRuns } from './measure.ts';
import { type Bilingual, type BoundingBox, covers } from './point.ts';
import type { TerritoryViolation } from './territory-violation.ts';

interface Archipelago {
  code: string;
  name: string;
  provinceCode: string;
  province: string;
  /** All its islands, reefs and banks lie inside. */
  area: BoundingBox;
}

/** Unit list of the General Statistics Office: both are đặc khu since 1 July 2025. */
export const archipelagos: readonly Archipelago[] = [
  {
    code: '20333',
    name: 'Hoàng Sa',
    provinceCode: '48',
    province: 'Đà Nẵng',
    area: { west: 110.5, south: 15, east: 113.5, north: 17.5 },
  },
  {
    code: '22736',
    name: 'Trường Sa',
    provinceCode: '56',
    province: 'Khánh Hòa',
    area: { west: 109, south: 6, east: 117.9, north: 12.2 },
  },
];

interface Rule {
  rule: TerritoryViolation['rule'];
  /** Member of the feature to correct. */
  member: string;
  isBroken: (feature: MapFeature, archipelago: Archipelago) => boolean;
  message: (archipelago: Archipelago) => Bilingual;
}

const foldedIncludes = (text: string, part: string): boolean => foldName(text).includes(foldName(part));

const rules: readonly Rule[] = [
  {
    rule: 'archipelago-name',
    member: 'properties/name_vi',
    isBroken: (feature, { name }) =>
      feature.name.vi !== `Quần đảo ${name}` || !foldedIncludes(feature.name.en, name),
    message: ({ name }) => ({
      vi: `Tên phải là "Quần đảo ${name}"; tên tiếng Anh giữ nguyên "${name}".`,
      en: `The name must be "Quần đảo ${name}"; the English name keeps "${name}".`,
    }),
  },
  {
    rule: 'archipelago-label',
    member: 'properties/label_vi',
    isBroken: ({ label }, { name, province }) =>
      ![name, province].every((part) => label.vi.includes(part) && foldedIncludes(label.en, part)),
    message: ({ name, province }) => ({
      vi: `Nhãn phải ghi tên quần đảo và đơn vị quản lý, ví dụ "Quần đảo ${name} (${province})", bằng cả hai ngôn ngữ.`,
      en: `The label must give the archipelago and its province, e.g. "Quần đảo ${name} (${province})", in both languages.`,
    }),
  },
  {
    rule: 'archipelago-province',
    member: 'properties/province_code',
    isBroken: (feature, { code, provinceCode }) =>
      feature.provinceCode !== provinceCode || feature.code !== code,
    message: ({ name, code, province, provinceCode }) => ({
      vi: `Quần đảo ${name} là đặc khu ${code} thuộc ${province} (mã ${provinceCode}). Hãy sửa "code" và "province_code".`,
      en: `${name} is special zone ${code} of ${province} (code ${provinceCode}). Correct "code" and "province_code".`,
    }),
  },
  {
    rule: 'archipelago-position',
    member: 'geometry',
    isBroken: ({ geometry }, { area }) => !partsOf(geometry).every((part) => covers(area, boxOfRuns(part))),
    message: ({ name }) => ({
      vi: `Có phần của Quần đảo ${name} vẽ sai vị trí. Hãy kiểm tra thứ tự kinh độ, vĩ độ.`,
      en: `Part of the ${name} archipelago is drawn in the wrong place. Check the order of longitude and latitude.`,
    }),
  },
];

function missing({ name, province }: Archipelago): TerritoryViolation {
  return {
    rule: 'archipelago-missing',
    pointer: '/features',
    message: {
      vi: `Thiếu Quần đảo ${name} (${province}). Bản đồ phải thể hiện đầy đủ chủ quyền quốc gia; hãy thêm một Feature "kind": "archipelago".`,
      en: `Quần đảo ${name} (${province}) is missing. The map must show the whole national territory; add a Feature with "kind": "archipelago".`,
    },
  };
}

const isMeant = ({ feature }: RawFeature, { code, name }: Archipelago): boolean =>
  feature.kind === 'archipelago' && (feature.code === code || foldedIncludes(feature.name.vi, name));

/** Present, named, labelled with its province, in the right unit and place (QCVN 80:2024/BTNMT cl. 4.1.8b). */
export function checkArchipelago(
  features: readonly RawFeature[],
  archipelago: Archipelago,
): TerritoryViolation[] {
  const meant = features.filter((raw) => isMeant(raw, archipelago));
  if (meant.length === 0) return [missing(archipelago)];
  return meant.flatMap(({ feature, pointer }) =>
    rules
      .filter(({ isBroken }) => isBroken(feature, archipelago))
      .map(({ rule, member, message }) => ({
        rule,
        pointer: `${pointer}/${member}`,
        message: message(archipelago),
      })),
  );
}
