import { oldProvinceKey, successors, unitOn } from '#modules/places/index.ts';
import type { SearchAnswer } from '#modules/search/index.ts';
import type { Portal } from '../portal.ts';
import { searchMessages } from './messages.ts';
import { adding, addressOf, allValues, type SearchState } from './state.ts';

type Db = Portal['source']['db'];

const FORMER = /^former-(\d{2})$/;
/** More places of one name than this are no help; a filter of the facet finds the rest. */
const SHOWN = 4;

/** Places that the words name, each as a filter; a former province with what it belongs to now. */
export async function placeHints(
  db: Db,
  state: SearchState,
  hints: SearchAnswer['placeHints'],
): Promise<{ label: string; href: string }[]> {
  const today = new Set(hints.filter((hint) => !hint.former).map(({ label }) => label));
  // The same name before and after the reform is offered once, as it is today.
  const wanted = hints.filter((hint) => !hint.former || !today.has(hint.label)).slice(0, SHOWN);
  return await Promise.all(
    wanted.map(async ({ key, value, label }) => ({
      label: await withSuccessors(db, state, { value, label }),
      href: addressOf(adding(state, key, value)),
    })),
  );
}

async function withSuccessors(
  db: Db,
  { lang }: SearchState,
  { value, label }: { value: string; label: string },
): Promise<string> {
  const code = FORMER.exec(value)?.[1];
  if (code === undefined) return label;
  const units = await successors(db, oldProvinceKey(code));
  const names = units.filter(({ level }) => level === 'province').map((unit) => shortName(unit, lang));
  return names.length === 0 ? label : `${label} — ${searchMessages[lang].nowIn(names.join(', '))}`;
}

function shortName(
  { type, name, nameEn }: { type: string; name: string; nameEn: string | null },
  lang: string,
): string {
  if (lang === 'en') return nameEn ?? name;
  return type === 'thành phố' ? `TP. ${name}` : `${type} ${name}`;
}

/** Names of the communes that are filtered by; they are no facet, as there are over three thousand. */
export async function communeLabels(
  db: Db,
  state: SearchState,
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const codes = allValues(state, 'place').filter((value) => /^\d{5}$/.test(value));
  const units = await Promise.all(codes.map((code) => unitOn(db, { level: 'commune', code, date: today })));
  return new Map(units.flatMap((unit) => (unit ? [[`place=${unit.code}`, unit.fullName] as const] : [])));
}
