import { bestStatement, codeKey, names, statements } from '#modules/standards/index.ts';
import { KindMotif } from '#web/components/kind-motif.tsx';
import { ADDRESSES } from '#web/layout/index.ts';
import { isoDateText } from '../days.ts';
import { languageOfName } from './fact.tsx';
import { recordMessages } from './messages.ts';
import { unitsOf } from './public-geometry.ts';
import type { Sheet } from './sheet.ts';
import { dateText } from './value/date-value.tsx';
import { valueMessages } from './value/messages.ts';
import { Prose } from './value/prose.tsx';

/** Kind and standing, the name and its other forms, and the picture or the motif in its place. */
export function RecordHead({ sheet }: { sheet: Sheet }) {
  const { record, frame, title } = sheet;
  const { lang, catalogue } = frame;
  return (
    <>
      <header class="record-naming">
        <p class="kind">
          <a href={`${ADDRESSES.search[lang]}?kind=${record.kind}`}>
            {catalogue.label('record-kind', record.kind, lang)}
          </a>
        </p>
        <StatusChips sheet={sheet} />
        <h1 lang="vi">{title}</h1>
        <OtherNames sheet={sheet} />
      </header>
      <figure class="plate">
        <KindMotif kind={record.kind} />
        <figcaption>
          {recordMessages[lang].noPicture}
          <span class="plate-why">{recordMessages[lang].noPictureWhy}</span>
        </figcaption>
      </figure>
    </>
  );
}

function StatusChips({ sheet: { record, frame } }: { sheet: Sheet }) {
  const { lang, catalogue } = frame;
  const text = recordMessages[lang];
  const standing = record.designations.filter(
    (act) => act.standing === 'in-force' && act.act === 'designate',
  );
  return (
    <ul class="chips">
      {standing.map(({ id, list, decision }) => {
        const label = catalogue.label('designation-list', list, lang);
        return (
          <li key={id}>
            {'absent' in decision ? (
              <a class="chip chip-rank" href={`${ADDRESSES.search[lang]}?list=${codeKey(list)}`}>
                <strong>{label}</strong>
              </a>
            ) : (
              <a class="chip chip-rank" href={`${ADDRESSES.decisions[lang]}/${decision.key}`}>
                <strong>{label}</strong>
                <span>{chipDecision(decision, lang)}</span>
              </a>
            )}
          </li>
        );
      })}
      {record.verification === 'unconfirmed' && <li class="chip chip-wait">{text.unconfirmed}</li>}
      {record.state !== 'published' && <li class="chip chip-limited">{text.states[record.state]}</li>}
    </ul>
  );
}

function chipDecision({ number, date }: { number: string; date: string | null }, lang: 'vi' | 'en'): string {
  return date === null ? number : recordMessages[lang].ofDate(number, isoDateText(date, lang));
}

/** Hán-Nôm first, then the other languages: what is carved above the gate comes before what is translated. */
function OtherNames({ sheet: { record, frame, title } }: { sheet: Sheet }) {
  const others = names(record.body).filter((name) => name.text !== title);
  if (others.length === 0) return null;
  const sorted = others.toSorted((a, b) => Number(b.script === 'Hani') - Number(a.script === 'Hani'));
  return (
    <p class="other-names">
      <span class="visually-hidden">{recordMessages[frame.lang].alsoCalled}: </span>
      {sorted.map((name, index) => (
        <span key={name.id}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <span lang={languageOfName(name)}>{name.text}</span>
        </span>
      ))}
    </p>
  );
}

/** The summary; without one, a sentence made of what is certain: name, lists and place. */
export function Lead({ sheet }: { sheet: Sheet }) {
  const { lang } = sheet.frame;
  const summary = bestStatement(statements(sheet.record.body, 'summary'), lang);
  if (typeof summary?.value !== 'string') return <p class="lead">{leadText(sheet)}</p>;
  const foreign = (summary.lang ?? 'vi') !== lang;
  return (
    <div class="lead">
      <Prose text={summary.value} lang={summary.lang ?? 'vi'} />
      {foreign && <p class="meta not-translated">{valueMessages[lang].notTranslated}</p>}
    </div>
  );
}

/** Plain text that introduces the record; also the description of the page. */
export function leadText({ record, frame, title }: Sheet): string {
  const { lang, catalogue } = frame;
  const text = recordMessages[lang];
  const lists = new Set(
    record.designations
      .filter((act) => act.standing === 'in-force')
      .map(({ list }) => catalogue.label('designation-list', list, lang)),
  );
  const name = lang === 'en' ? (record.title.en ?? title) : title;
  const what =
    lists.size > 0 ? [...lists].join('; ') : catalogue.label('record-kind', record.kind, lang).toLowerCase();
  const date = bestStatement(statements(record.body, 'date'), lang)?.value;
  const places = unitsOf(record.body, frame)
    .filter((unit) => unit.isProvince)
    .map((unit) => unit.name);
  return [
    `${name}: ${what}.`,
    ...(date === undefined ? [] : [text.leadDate(dateText(date, lang))]),
    ...(places.length > 0 ? [text.leadPlace(places.join(', '))] : []),
  ].join(' ');
}
