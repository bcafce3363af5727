import { archipelagos, checkArchipelago } from './archipelagos.ts';
import { type MapFeature, type RawFeature, readMapFeature } from './map-feature.ts';
import { type BoundingBox, vietnamFrame } from './point.ts';
import { checkFrame, checkNames, checkSea } from './territory-rules.ts';
import type { TerritoryViolation } from './territory-violation.ts';

/** A map that passed: its features by kind, each in the order of the file. */
export interface TerritoryMap {
  /** The overview must show all of it. */
  frame: BoundingBox;
  provinces: MapFeature[];
  archipelagos: MapFeature[];
  seas: MapFeature[];
  islands: MapFeature[];
}

export type TerritoryOutcome =
  | { kind: 'accepted'; map: TerritoryMap }
  | { kind: 'refused'; violations: TerritoryViolation[] };

interface Collection {
  bbox?: unknown;
  features: unknown[];
}

function isCollection(json: unknown): json is Collection {
  if (typeof json !== 'object' || json === null) return false;
  const { type, features } = json as { type?: unknown; features?: unknown };
  return type === 'FeatureCollection' && Array.isArray(features);
}

const notAMap: TerritoryViolation = {
  rule: 'not-a-map',
  pointer: '',
  message: {
    vi: 'Tệp phải là một FeatureCollection GeoJSON (RFC 7946).',
    en: 'The file must be a GeoJSON FeatureCollection (RFC 7946).',
  },
};

function readFeatures(features: readonly unknown[]): {
  read: RawFeature[];
  violations: TerritoryViolation[];
} {
  const read: RawFeature[] = [];
  const violations: TerritoryViolation[] = [];
  for (const [index, json] of features.entries()) {
    const outcome = readMapFeature(json, `/features/${index}`);
    if (outcome.kind === 'read') read.push(outcome);
    else violations.push({ rule: 'not-a-map', pointer: outcome.pointer, message: outcome.message });
  }
  return { read, violations };
}

function arrange(features: readonly RawFeature[]): TerritoryMap {
  const ofKind = (kind: MapFeature['kind']): MapFeature[] =>
    features.map((raw) => raw.feature).filter((feature) => feature.kind === kind);
  return {
    frame: vietnamFrame,
    provinces: ofKind('province'),
    archipelagos: ofKind('archipelago'),
    seas: ofKind('sea'),
    islands: ofKind('island'),
  };
}

/**
 * Judges a map file by the rules on national territory (QCVN 80:2024/BTNMT cl. 1.1, 1.2, 4.1.8b): frame,
 * both archipelagos with name and province, no foreign names around them, "Biển Đông". Lists every violation.
 */
export function checkTerritory(json: unknown): TerritoryOutcome {
  if (!isCollection(json)) return { kind: 'refused', violations: [notAMap] };
  const { read, violations } = readFeatures(json.features);
  const all = [
    ...violations,
    ...checkFrame(json.bbox),
    ...archipelagos.flatMap((archipelago) => checkArchipelago(read, archipelago)),
    ...read.flatMap(checkNames),
    ...read.filter((raw) => raw.feature.kind === 'sea').flatMap(checkSea),
  ];
  return all.length > 0 ? { kind: 'refused', violations: all } : { kind: 'accepted', map: arrange(read) };
}
