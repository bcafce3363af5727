import { fieldStatements } from './body.ts';
import { fieldMap } from './catalogue.ts';
import type { Field, Lang, RecordStandard } from './schema.ts';
import type { RecordBody, Statement } from './statement.ts';
import { textOf } from './value-text.ts';

/** What filling or improving one field would bring; `gain` in points of the score. */
export interface FieldGain {
  field: string;
  label: string;
  weight: number;
  gain: number;
}

/** `toGo`: the fewest fields, best first, that lift the score to the gate; empty when it is reached. */
export interface Gate {
  required: number;
  reached: boolean;
  toGo: FieldGain[];
}

export interface Completeness {
  /** 0–100, rounded down: 100 means that nothing is missing. */
  score: number;
  groups: { id: string; label: string; score: number }[];
  gates: { submitted: Gate; published: Gate };
  missing: FieldGain[];
  next: FieldGain | undefined;
}

/** The share of a field's weight earned by having a value at all; the rest is earned by its quality. */
const FILLED_SHARE = 0.7;

/** "There is none" is a full answer; "we looked and do not know" half; "nobody looked yet" none. */
const ABSENCE_CREDIT = { none: 1, restricted: 1, unknown: 0.5, 'not-found': 0.5, 'not-entered': 0 } as const;

/** Below this a description names the thing without describing it. Characters. */
const DESCRIPTIVE_LENGTH = 120;

/** Every weighted field earns its weight by being filled and by quality; zero-weight fields do not count. */
export function completeness(standard: RecordStandard, body: RecordBody, lang: Lang = 'vi'): Completeness {
  const weighted = [...fieldMap(standard).values()].filter((field) => field.weight > 0);
  const total = weighted.reduce((sum, field) => sum + field.weight, 0);
  const credits = new Map(
    weighted.map((field) => [field.id, fieldCredit(field, fieldStatements(body, field.id))]),
  );
  const exact = total === 0 ? 100 : (100 * earned(weighted, credits)) / total;
  const missing = weighted
    .map((field) => ({ field, open: 1 - (credits.get(field.id) ?? 0) }))
    .filter(({ open }) => open > 1e-9)
    .map(({ field, open }) => gainOf({ field, gain: (100 * field.weight * open) / total, lang }))
    .toSorted((a, b) => b.gain - a.gain);
  return {
    score: Math.floor(exact + 1e-9),
    groups: standard.groups.map((group) => ({
      id: group.id,
      label: group.label[lang],
      score: groupScore(group.fields, credits),
    })),
    gates: {
      submitted: gateOf(standard.gates.submitted, exact, missing),
      published: gateOf(standard.gates.published, exact, missing),
    },
    missing,
    next: missing[0],
  };
}

function earned(fields: readonly Field[], credits: ReadonlyMap<string, number>): number {
  return fields.reduce((sum, field) => sum + field.weight * (credits.get(field.id) ?? 0), 0);
}

function groupScore(fields: readonly Field[], credits: ReadonlyMap<string, number>): number {
  const total = fields.reduce((sum, field) => sum + field.weight, 0);
  return total === 0 ? 100 : Math.floor((100 * earned(fields, credits)) / total + 1e-9);
}

function gainOf({ field, gain, lang }: { field: Field; gain: number; lang: Lang }): FieldGain {
  return {
    field: field.id,
    label: field.label[lang],
    weight: field.weight,
    gain: Math.round(gain * 10) / 10,
  };
}

function gateOf(required: number, exact: number, missing: readonly FieldGain[]): Gate {
  const toGo: FieldGain[] = [];
  let reached = exact + 1e-9;
  for (const step of missing) {
    if (reached >= required) break;
    toGo.push(step);
    reached += step.gain;
  }
  return { required, reached: toGo.length === 0, toGo };
}

function fieldCredit(field: Field, list: readonly Statement[]): number {
  const valued = list.filter((statement) => statement.value !== undefined);
  if (valued.length === 0) {
    return Math.max(0, ...list.map((statement) => (statement.absent ? ABSENCE_CREDIT[statement.absent] : 0)));
  }
  const aspects = qualityAspects(field, valued);
  const quality = aspects.length === 0 ? 1 : aspects.filter(Boolean).length / aspects.length;
  return FILLED_SHARE + (1 - FILLED_SHARE) * quality;
}

/** One boolean per aspect of quality that applies to the field. */
function qualityAspects(field: Field, valued: readonly Statement[]): boolean[] {
  const aspects: boolean[] = [];
  if (citesSources(field)) aspects.push(valued.every((statement) => (statement.source?.length ?? 0) > 0));
  if (field.datatype === 'localizedText') {
    const languages = new Set(valued.map((statement) => statement.lang?.split('-')[0]));
    aspects.push(languages.has('vi') && languages.has('en'));
  }
  if (isDescriptive(field)) aspects.push(valued.some((s) => textOf(s.value).length >= DESCRIPTIVE_LENGTH));
  if (field.datatype === 'geometry') aspects.push(valued.every((s) => has(s.value, 'precisionMetres')));
  if (field.datatype === 'date') aspects.push(valued.every((s) => has(s.value, 'edtf')));
  if (field.datatype === 'place') aspects.push(valued.some((s) => has(s.value, 'units')));
  return aspects;
}

/** Statements of fact need a source; codes, links and the record's own numbers speak for themselves. */
function citesSources({ datatype }: Field): boolean {
  return ['localizedText', 'text', 'date', 'geometry', 'agentRole', 'inscription'].includes(datatype);
}

/** Running text: no name, and nothing that its own rule keeps short. */
function isDescriptive(field: Field): boolean {
  const limit = field.rules?.find((rule) => rule.rule === 'maxLength');
  const short = limit !== undefined && limit.value < 1000;
  return field.search === 'text' && field.datatype === 'localizedText' && !short;
}

function has(value: unknown, property: string): boolean {
  return (
    value !== null && typeof value === 'object' && (value as Record<string, unknown>)[property] !== undefined
  );
}
