import { NationalMap } from '#web/components/national-map.tsx';
import { ADDRESSES } from '#web/layout/index.ts';
import type { RecordCount } from '../record-counts.ts';
import { number } from '../search/numbers.ts';
import { placeMessages } from './messages.ts';
import type { PlaceIndexView, ProvinceRow, UnitLink } from './view.ts';

export function PlaceIndexPage(view: PlaceIndexView) {
  const { lang, map, rows, former } = view;
  const text = placeMessages[lang];
  const onMap = new Map(rows.map(({ code, href, total }) => [code, { href, count: total.count }]));
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <FindForm {...view} />
      <Found {...view} />
      <div class="places">
        <figure class="locator">
          <NationalMap map={map} lang={lang} title={text.mapTitle} provinces={onMap} />
          <figcaption>
            <ul class="archipelagos">
              {map.archipelagos.map(({ code, label }) => (
                <li key={code}>{label[lang]}</li>
              ))}
            </ul>
          </figcaption>
        </figure>
        <section aria-labelledby="provinces">
          <h2 id="provinces">{text.today}</h2>
          <Provinces {...view} />
        </section>
      </div>
      <section aria-labelledby="former">
        <h2 id="former">{text.former}</h2>
        <ul class="former-places">
          {former.map((unit) => (
            <li key={unit.key}>
              <UnitEntry unit={unit} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function FindForm({ lang, search }: PlaceIndexView) {
  const text = placeMessages[lang];
  return (
    <search>
      <form class="filter no-print" action={ADDRESSES.places[lang]} method="get">
        <label for="place-name">{text.find}</label>
        <input
          id="place-name"
          type="search"
          name="q"
          value={search?.name}
          maxLength={200}
          aria-describedby="place-help"
        />
        <button type="submit">{text.findButton}</button>
        <span id="place-help" class="meta">
          {text.findHelp}
        </span>
      </form>
    </search>
  );
}

function Found({ lang, search }: PlaceIndexView) {
  const text = placeMessages[lang];
  if (search === undefined) return null;
  const { name, units, more } = search;
  if (units.length === 0) return <p class="notice">{text.foundNone(name)}</p>;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{text.found(name)}</h2>
      <ul>
        {units.map((unit) => (
          <li key={unit.key}>
            <UnitEntry unit={unit} />
          </li>
        ))}
      </ul>
      {more && <p class="meta">{text.foundMore(number(units.length, lang))}</p>}
    </section>
  );
}

function UnitEntry({ unit: { name, href, remark } }: { unit: UnitLink }) {
  return (
    <>
      {href === undefined ? <span lang="vi">{name}</span> : <a href={href}>{name}</a>}
      {remark !== undefined && <span class="meta"> · {remark}</span>}
    </>
  );
}

function Provinces({ lang, columns, rows }: PlaceIndexView) {
  const text = placeMessages[lang];
  return (
    <table class="stacking place-table">
      <caption class="visually-hidden">{text.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.province}</th>
          {columns.map(({ kind, label }) => (
            <th key={kind} scope="col" class="number">
              {label}
            </th>
          ))}
          <th scope="col" class="number">
            {text.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.code} row={row} lang={lang} labels={columns.map(({ label }) => label)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, lang, labels }: { row: ProvinceRow; lang: 'vi' | 'en'; labels: string[] }) {
  return (
    <tr>
      <th scope="row">
        <a href={row.href}>{row.name}</a>
      </th>
      {row.kinds.map((count, index) => (
        <Cell key={count.code} count={count} label={labels[index] ?? ''} lang={lang} />
      ))}
      <Cell count={row.total} label={placeMessages[lang].total} lang={lang} />
    </tr>
  );
}

function Cell({
  count: { count, href },
  label,
  lang,
}: {
  count: RecordCount;
  label: string;
  lang: 'vi' | 'en';
}) {
  return (
    <td class="number" data-label={label}>
      {count === 0 ? '0' : <a href={href}>{number(count, lang)}</a>}
    </td>
  );
}
