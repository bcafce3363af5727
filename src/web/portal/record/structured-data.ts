import { isoFromDay } from '#formats/dates/index.ts';
import {
  bestStatement,
  fieldStatements,
  type Kind,
  names,
  statements,
  type Values,
} from '#modules/standards/index.ts';
import { concept } from '#modules/vocabularies/index.ts';
import { shownGeometry, unitsOf } from './public-geometry.ts';
import { leadText } from './record-head.tsx';
import { rightsOf } from './rights-line.tsx';
import type { Sheet } from './sheet.ts';
import { termLabel } from './value/term-value.tsx';

type Statement = Record<string, unknown>;

/** schema.org type of each kind (ux.md P3). */
const TYPES: Record<Kind, string | string[]> = {
  monument: 'LandmarksOrHistoricalBuildings',
  artefact: 'VisualArtwork',
  intangible: 'CreativeWork',
  documentary: ['ArchiveComponent', 'Manuscript'],
  museum: 'Museum',
  agent: 'Organization',
  place: 'Place',
  event: 'Event',
  collection: 'Collection',
  source: 'CreativeWork',
};

const PLACES: readonly Kind[] = ['monument', 'museum', 'place'];
const WORKS: readonly Kind[] = ['artefact', 'intangible', 'documentary', 'collection', 'source'];

/** The record as schema.org JSON-LD: what the page says, and no more than the public may know. */
export function recordStatement(sheet: Sheet): Statement {
  const { record, frame, permanent, ark, title } = sheet;
  const { kind } = record;
  const rights = rightsOf(record.body, frame);
  return {
    '@context': 'https://schema.org',
    '@id': permanent,
    '@type': typeOf(sheet),
    name: title,
    ...list(
      'alternateName',
      names(record.body)
        .map(({ text }) => text)
        .filter((text) => text !== title),
    ),
    description: description(sheet),
    url: permanent,
    identifier: { '@type': 'PropertyValue', propertyID: 'ARK', value: ark },
    inLanguage: frame.lang,
    ...list('additionalType', additionalTypes(sheet)),
    ...(WORKS.includes(kind) ? workProperties(sheet) : {}),
    ...(PLACES.includes(kind) ? placeProperties(sheet) : {}),
    ...(kind === 'event' ? eventProperties(sheet) : {}),
    ...(rights?.uri === undefined || !WORKS.includes(kind) ? {} : { license: rights.uri }),
  };
}

/** A visitable monument is also an attraction; an agent is a person only where the record says so. */
function typeOf({ record }: Sheet): string | string[] {
  if (record.kind === 'monument' && valuesOf(record.body, 'visitable').includes(true)) {
    return ['LandmarksOrHistoricalBuildings', 'TouristAttraction'];
  }
  if (record.kind === 'agent' && valuesOf(record.body, 'agentType').includes('person')) {
    return 'Person';
  }
  return TYPES[record.kind];
}

function description(sheet: Sheet): string {
  const summary = bestStatement(statements(sheet.record.body, 'summary'), sheet.frame.lang)?.value;
  return typeof summary === 'string' ? summary : leadText(sheet);
}

function valuesOf(body: Sheet['record']['body'], field: string): unknown[] {
  return fieldStatements(body, field).flatMap(({ value }) => (value === undefined ? [] : [value]));
}

/** A property with one value or several; nothing without any. */
function list(property: string, values: readonly unknown[]): Statement {
  if (values.length === 0) return {};
  return { [property]: values.length === 1 ? values[0] : values };
}

/** Exact matches in published vocabularies, such as the Getty AAT. */
function additionalTypes({ record, standard, frame }: Sheet): string[] {
  const fields = standard.groups
    .flatMap((group) => group.fields)
    .filter((field) => field.vocabulary === 'object-types');
  const vocabulary = frame.vocabularies.vocabulary('object-types');
  return fields.flatMap((field) =>
    valuesOf(record.body, field.id).flatMap(
      (code) => (vocabulary && concept(vocabulary, String(code))?.exactMatch) ?? [],
    ),
  );
}

function workProperties(sheet: Sheet): Statement {
  const { record, frame } = sheet;
  const { body } = record;
  const holders = valuesOf(body, 'holder').flatMap((value) => holderName(value, sheet));
  const holding = record.kind === 'documentary' ? 'holdingArchive' : 'provider';
  return {
    isAccessibleForFree: true,
    ...list('material', record.kind === 'artefact' ? labels(sheet, 'materials') : []),
    ...list(
      'temporalCoverage',
      valuesOf(body, 'date').flatMap((date) => interval(date as Values['date'])),
    ),
    ...list(
      'spatialCoverage',
      unitsOf(body, frame).map(({ name }) => ({ '@type': 'Place', name })),
    ),
    ...list(
      holding,
      holders.map((name) => ({ '@type': 'Organization', name })),
    ),
    ...list(
      'size',
      record.kind === 'artefact'
        ? valuesOf(body, 'measurements').map((value) => size(value as Values['measurement'], sheet))
        : [],
    ),
  };
}

function labels({ record, standard, frame }: Sheet, id: string): string[] {
  const field = standard.groups.flatMap((group) => group.fields).find((candidate) => candidate.id === id);
  return field ? valuesOf(record.body, id).map((code) => termLabel(frame, field, String(code))) : [];
}

function holderName(value: unknown, { frame }: Sheet): string[] {
  const { pid, verbatim } = value as Values['reference'];
  const name = (pid === undefined ? undefined : frame.records.get(pid)?.title) ?? verbatim;
  return name === undefined ? [] : [name];
}

function size({ type, value, unit }: Values['measurement'], { frame }: Sheet): string {
  const { catalogue, lang } = frame;
  return `${catalogue.label('measurement-type', type, lang)} ${value} ${catalogue.label('unit', unit, lang)}`;
}

/** ISO 8601 interval; an open end is `..`. */
function interval({ earliest, latest }: Values['date']): string[] {
  const [from, to] = [earliest, latest].map((day) => (day == null ? '..' : isoFromDay(day)));
  if (from === '..' && to === '..') return [];
  return [from === to ? String(from) : `${from}/${to}`];
}

function placeProperties({ record, frame }: Sheet): Statement {
  const { body } = record;
  const units = unitsOf(body, frame);
  const geometries = valuesOf(body, 'geometry').map((value) =>
    shownGeometry(value as Values['geometry'], body, frame),
  );
  const exact = geometries.find((shown) => shown.kind === 'exact');
  return {
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'VN',
      ...list(
        'addressRegion',
        units.filter(({ isProvince }) => isProvince).map(({ name }) => name),
      ),
      ...list(
        'addressLocality',
        units.filter(({ isProvince }) => !isProvince).map(({ name }) => name),
      ),
    },
    ...(exact
      ? { geo: { '@type': 'GeoCoordinates', latitude: exact.point.lat, longitude: exact.point.lon } }
      : {}),
  };
}

function eventProperties({ record, frame }: Sheet): Statement {
  const [date] = valuesOf(record.body, 'date') as Values['date'][];
  return {
    ...(date?.earliest == null ? {} : { startDate: isoFromDay(date.earliest) }),
    ...(date?.latest == null ? {} : { endDate: isoFromDay(date.latest) }),
    ...list(
      'location',
      unitsOf(record.body, frame).map(({ name }) => ({ '@type': 'Place', name })),
    ),
  };
}
