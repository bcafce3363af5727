import { archipelagos } from './archipelagos.ts';
import {
  assignsToOtherState,
  foldName,
  hasForeignName,
  hasForeignToponym,
  properName,
} from './foreign-names.ts';
import { partsOf } from './geojson.ts';
import type { RawFeature } from './map-feature.ts';
import { boxOfRuns } from './measure.ts';
import { type BoundingBox, covers, overlaps, vietnamFrame } from './point.ts';
import type { TerritoryViolation } from './territory-violation.ts';

/** Where foreign base maps put other names (interface specification G15). */
export const sensitiveBox: BoundingBox = { west: 111, south: 6.5, east: 116.5, north: 17.3 };

const ENGLISH_SEA_NAMES = ['east sea', 'bien dong', 'bien dong sea', 'bien dong (east sea)'];

const touches = ({ feature }: RawFeature, box: BoundingBox): boolean =>
  partsOf(feature.geometry).some((part) => overlaps(boxOfRuns(part), box));

/** All texts in the properties with their path below `properties`. */
function strings(value: unknown, path: readonly string[] = []): { path: readonly string[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => strings(item, [...path, name]));
}

const at = (raw: RawFeature, member: string): string => `${raw.pointer}/properties/${member}`;

export function checkFrame(bbox: unknown): TerritoryViolation[] {
  const [west, south, east, north] = Array.isArray(bbox) && bbox.every(Number.isFinite) ? bbox : [];
  if (bbox !== undefined && covers({ west, south, east, north }, vietnamFrame)) return [];
  return [
    {
      rule: 'frame',
      pointer: '/bbox',
      message: {
        vi: 'Khung bản đồ phải gồm trọn 102°–118° kinh độ Đông, 4°30′–23°30′ vĩ độ Bắc (QCVN 80:2024/BTNMT). Đặt "bbox": [102, 4.5, 118, 23.5].',
        en: 'The map frame must hold all of 102°–118°E, 4°30′–23°30′N (QCVN 80:2024/BTNMT). Set "bbox": [102, 4.5, 118, 23.5].',
      },
    },
  ];
}

function foreignName(raw: RawFeature, key: string, text: string): TerritoryViolation {
  return {
    rule: 'foreign-name',
    pointer: at(raw, key),
    message: {
      vi: `"${text}" không phải tên Việt Nam của nơi này. Dùng tên Việt Nam ở cả hai ngôn ngữ, không kèm tên hay mã nước khác.`,
      en: `"${text}" is not the Vietnamese name of this place. Use the Vietnamese name in both languages, without names or codes of another state.`,
    },
  };
}

/** An English name must keep the Vietnamese proper name: "Phú Lâm Island", not a foreign chart name. */
function keepsVietnameseName({ feature }: RawFeature, provinces: ReadonlySet<string>): boolean {
  const { vi, en } = feature.name;
  const proper = provinces.has(vi) ? vi : properName(vi);
  return proper !== undefined && (en === '' || foldName(en).includes(foldName(proper)));
}

const provinceNames: ReadonlySet<string> = new Set(archipelagos.map(({ province }) => province));
const provinceCodes: ReadonlySet<string> = new Set(archipelagos.map(({ provinceCode }) => provinceCode));

function checkInBox(raw: RawFeature): TerritoryViolation[] {
  const found = strings(raw.properties)
    .filter(({ path, text }) => hasForeignName(text) || assignsToOtherState(path[0] ?? '', text))
    .map(({ path, text }) => foreignName(raw, path.join('/'), text));
  if (raw.feature.kind === 'sea') return found;
  if (!keepsVietnameseName(raw, provinceNames)) {
    const { vi, en } = raw.feature.name;
    found.push(foreignName(raw, 'name_vi', [vi, en].filter(Boolean).join(' / ')));
  }
  if (!provinceCodes.has(raw.feature.provinceCode))
    found.push({
      rule: 'foreign-unit',
      pointer: at(raw, 'province_code'),
      message: {
        vi: 'Mọi đối tượng ở vùng hai quần đảo phải thuộc TP. Đà Nẵng (mã 48) hoặc tỉnh Khánh Hòa (mã 56). Sửa "province_code" hoặc bỏ đối tượng.',
        en: 'Every feature around the two archipelagos must belong to Đà Nẵng (code 48) or Khánh Hòa (code 56). Correct "province_code" or remove the feature.',
      },
    });
  return found;
}

/** Names within 111–116.5°E × 6.5–17.3°N, and foreign names of sea and archipelagos anywhere. */
export function checkNames(raw: RawFeature): TerritoryViolation[] {
  if (touches(raw, sensitiveBox)) return checkInBox(raw);
  return strings(raw.properties)
    .filter(({ text }) => hasForeignToponym(text))
    .map(({ path, text }) => foreignName(raw, path.join('/'), text));
}

/** Where seas are labelled, the sea east of Vietnam is "Biển Đông". */
export function checkSea(raw: RawFeature): TerritoryViolation[] {
  const { name, label } = raw.feature;
  const isNamed = name.vi === 'Biển Đông' && label.vi === 'Biển Đông';
  const isEnglish = [name.en, label.en].every((text) => ENGLISH_SEA_NAMES.includes(foldName(text)));
  if (!touches(raw, sensitiveBox) || (isNamed && isEnglish)) return [];
  return [
    {
      rule: 'sea-label',
      pointer: at(raw, 'name_vi'),
      message: {
        vi: 'Nhãn biển ở vùng này phải là "Biển Đông" (tiếng Anh: "East Sea").',
        en: 'The sea label here must be "Biển Đông" (English: "East Sea").',
      },
    },
  ];
}
