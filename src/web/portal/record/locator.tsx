import type { TerritoryMap } from '#formats/geo/index.ts';
import { fieldStatements, type Values } from '#modules/standards/index.ts';
import { type MapMark, NationalMap } from '#web/components/national-map.tsx';
import { recordMessages } from './messages.ts';
import { type ShownGeometry, shownGeometry, unitsOf } from './public-geometry.ts';
import type { Sheet } from './sheet.ts';
import { valueMessages } from './value/messages.ts';

/** Where the thing is, on the map of the whole country: its points, or the provinces it lies in. */
export function Locator({ sheet, map }: { sheet: Sheet; map: TerritoryMap }) {
  const { record, frame, title } = sheet;
  const { lang } = frame;
  const text = recordMessages[lang];
  const shown = shownGeometries(sheet);
  const units = unitsOf(record.body, frame);
  const marks = marksOf(shown, title);
  const highlighted = new Set(units.filter((unit) => unit.isProvince).map((unit) => unit.code));
  if (marks.length + highlighted.size === 0) return null;
  const notices = new Set(shown.flatMap((place) => noticeOf(place, lang)));
  return (
    <figure class="locator">
      <NationalMap
        map={map}
        lang={lang}
        title={text.mapTitle(title)}
        marks={marks}
        highlighted={highlighted}
      />
      <figcaption>
        <strong>{units.map((unit) => unit.name).join(', ')}</strong>
        {[...notices].map((notice) => (
          <span key={notice}>{notice}</span>
        ))}
        <span class="meta">{text.mapWhole}</span>
      </figcaption>
    </figure>
  );
}

function shownGeometries({ record, frame }: Sheet): ShownGeometry[] {
  return fieldStatements(record.body, 'geometry')
    .flatMap(({ value }) => (value === undefined ? [] : [value as Values['geometry']]))
    .map((value) => shownGeometry(value, record.body, frame));
}

/** A province is highlighted, not marked by a point nobody measured. */
function marksOf(shown: readonly ShownGeometry[], label: string): MapMark[] {
  return shown.flatMap((place, index) => {
    if (place.kind === 'withheld') return [];
    if (place.kind === 'generalised' && place.precision === 'province') return [];
    return [{ ...place.point, label: index === 0 ? label : `${label} ${index + 1}` }];
  });
}

function noticeOf(place: ShownGeometry, lang: 'vi' | 'en'): string[] {
  if (place.kind === 'exact') return [];
  return [valueMessages[lang].geometry.notice[place.kind === 'withheld' ? 'withheld' : place.precision]];
}
