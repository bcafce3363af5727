import { dayFromIso, formatDateRange } from '#formats/dates/index.ts';
import { centroid, generalise, validateGeometry } from '#formats/geo/index.ts';
import type { Catalogue, Datatype, Field, Statement, Values } from '#modules/standards/index.ts';
import { concept, type Vocabularies } from '#modules/vocabularies/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { formWords } from './words.ts';

/** What codes, identifiers and units mean to the reader of a form. */
export interface FormKnowledge {
  lang: Lang;
  catalogue: Catalogue;
  vocabularies: Vocabularies;
  /** Titles of records by identifier, as far as the reader may see them. */
  titles: ReadonlyMap<string, string>;
  /** Names of units of today and, under `former:`, of those until 30 June 2025; by code. */
  units: ReadonlyMap<string, string>;
  /** Staff have exact locations on their forms. */
  exact: boolean;
}

type Text<D extends Datatype> = (value: Values[D], field: Field, knowledge: FormKnowledge) => string;

const plain = (value: string) => value;

const TEXTS: { [D in Datatype]: Text<D> } = {
  text: plain,
  localizedText: plain,
  url: plain,
  term: termText,
  boolean: (value, _field, { lang }) => formWords[lang][value ? 'yes' : 'no'],
  integer: (value, _field, { lang }) => decimalText(String(value), lang),
  decimal: (value, _field, { lang }) => decimalText(value, lang),
  identifier: ({ scheme, value }, _field, { catalogue, lang }) =>
    `${catalogue.label('identifier-scheme', scheme, lang)}: ${value}`,
  date: dateText,
  recurrence: recurrenceText,
  geometry: (value, _field, knowledge) => geometryText(value, knowledge),
  measurement: measurementText,
  reference: ({ pid, verbatim }, _field, { titles }) => titles.get(pid ?? '') ?? verbatim ?? pid ?? '',
  agentRole: agentText,
  place: placeText,
  decision: decisionText,
  inscription: inscriptionText,
  file: ({ name }) => name,
};

/** A statement in words, with how sure it is; empty for what is to be written by hand. */
export function statementText(statement: Statement, field: Field, knowledge: FormKnowledge): string {
  const words = formWords[knowledge.lang];
  const { value, absent, certainty, note } = statement;
  if (value === undefined) return absent === undefined ? '' : absenceText(absent, words);
  // The standard validated each value against its datatype; the type system cannot follow the pairing.
  const text = TEXTS[field.datatype] as Text<Datatype>;
  const doubt = certainty === 'probable' || certainty === 'possible' ? ` (${words[certainty]})` : '';
  const remark = note === undefined || field.datatype === 'localizedText' ? '' : ` (${note})`;
  return text(value as Values[Datatype], field, knowledge) + doubt + remark;
}

function absenceText(absent: NonNullable<Statement['absent']>, words: (typeof formWords)['vi']): string {
  return absent === 'not-entered' || absent === 'not-found' ? '' : words.absence[absent];
}

function termText(
  value: string,
  { codeList, vocabulary }: Field,
  { catalogue, vocabularies, lang }: FormKnowledge,
): string {
  if (codeList !== undefined) return catalogue.label(codeList.split('@')[0] ?? '', value, lang);
  const found = vocabularies.vocabulary(vocabulary ?? '');
  return (found && concept(found, value)?.prefLabel[lang]) ?? value;
}

/** Every digit that was recorded, with the separators of the language. */
function decimalText(text: string, lang: Lang): string {
  const digits = text.split('.')[1]?.length ?? 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', format).format(
    text as Intl.StringNumericLiteral,
  );
}

function dateText(date: Values['date'], _field: Field, { lang }: FormKnowledge): string {
  const { earliest = null, latest = null, approximate, uncertain, verbatim, edtf } = date;
  if (earliest === null && latest === null) return verbatim ?? edtf ?? '';
  const certainty = uncertain ? 'uncertain' : approximate ? 'approximate' : 'certain';
  const range = formatDateRange({ earliest, latest, certainty }, lang);
  return verbatim === undefined || verbatim === range ? range : `${verbatim} (${range})`;
}

/** YYYY-MM-DD as the language writes it; anything else as it is. */
export function dayText(iso: string, lang: Lang): string {
  const day = dayFromIso(iso);
  return day === null ? iso : formatDateRange({ earliest: day, latest: day }, lang);
}

function recurrenceText(value: Values['recurrence'], _field: Field, { lang }: FormKnowledge): string {
  const words = formWords[lang];
  const day = (monthDay: string) => monthDay.split('-').map(Number).reverse().join('/');
  const { start, end = start, calendar } = value;
  const span = start && end && start !== end ? words.span(day(start), day(end)) : start && day(start);
  const named = calendar === 'lunar-vi' ? words.lunar : calendar === 'gregorian' ? words.gregorian : '';
  const cycle = (value.everyYears ?? 1) > 1 ? words.every(value.everyYears ?? 1) : undefined;
  return [span && `${span} ${named}`.trim(), cycle, value.words].filter(Boolean).join('; ');
}

/** Coordinates as the reader may have them: nothing finer than the record allows leaves on a public form. */
export function geometryText(value: Values['geometry'], { lang, exact }: FormKnowledge): string {
  const words = formWords[lang];
  const valid = validateGeometry(value.geojson);
  if (valid.kind === 'invalid') return '';
  const point = centroid(valid.geometry);
  const precision = exact ? 'exact' : value.publicPrecision;
  const shown = generalise(point, { precision });
  if (shown.kind !== 'point') return words.absence.restricted;
  const decimals = precision === 'exact' ? 5 : 3;
  const number = (degrees: number) => decimalText(degrees.toFixed(decimals), lang);
  const text = words.degrees(number(shown.point.lat), number(shown.point.lon));
  return precision === 'exact' ? text : `${text}, ${words.rounded}`;
}

function measurementText(
  { type, value, unit, part, approximate }: Values['measurement'],
  { measure }: Field,
  { catalogue, lang }: FormKnowledge,
): string {
  const label = (list: string | undefined, code: string) =>
    catalogue.label(list?.split('@')[0] ?? '', code, lang);
  const of = part === undefined ? '' : ` (${part})`;
  const about = approximate ? `${formWords[lang].approximate} ` : '';
  return `${label(measure?.types, type)}${of}: ${about}${decimalText(value, lang)} ${label(measure?.units, unit)}`;
}

function agentText(
  { role, pid, verbatim }: Values['agentRole'],
  { roles }: Field,
  { catalogue, titles, lang }: FormKnowledge,
): string {
  const name = titles.get(pid ?? '') ?? verbatim ?? pid ?? '';
  return `${name} (${catalogue.label(roles?.split('@')[0] ?? '', role, lang)})`;
}

/** Today's units, communes first as an address is written, then what the source says. */
function placeText(
  { units = [], verbatim }: Values['place'],
  _field: Field,
  knowledge: FormKnowledge,
): string {
  const named = units
    .toSorted((a, b) => b.length - a.length)
    .map((code) => knowledge.units.get(code) ?? code)
    .join(', ');
  if (named === '') return verbatim ?? '';
  return verbatim === undefined || verbatim === named ? named : `${named} (${verbatim})`;
}

/** The units a place belonged to before the reform of 1 July 2025. */
export function formerPlaceText({ historicUnits = [] }: Values['place'], { units }: FormKnowledge): string {
  return historicUnits.map((code) => units.get(`former:${code}`) ?? code).join(', ');
}

function decisionText(
  { number, date, issuer }: Values['decision'],
  _field: Field,
  { catalogue, lang }: FormKnowledge,
): string {
  const dated = date === undefined ? number : formWords[lang].ofDate(number, dayText(date, lang));
  return issuer === undefined ? dated : `${dated}, ${catalogue.label('decision-issuer', issuer, lang)}`;
}

function inscriptionText(value: Values['inscription'], _field: Field, { lang }: FormKnowledge): string {
  const words = formWords[lang];
  const parts = (['original', 'transliteration', 'translation'] as const).flatMap((part) =>
    value[part] === undefined ? [] : [`${words[part]}: ${value[part]}`],
  );
  return [...(value.position === undefined ? [] : [value.position]), ...parts].join('\n');
}
