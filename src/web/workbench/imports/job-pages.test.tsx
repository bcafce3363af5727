import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ImportState } from '#modules/exchange/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { Conversions } from './conversions.tsx';
import { Findings, Lacking } from './findings.tsx';
import { JobFrame } from './job-frame.tsx';
import { ListPage } from './list-page.tsx';
import { Progress } from './progress.tsx';
import { PublicationUndoForm, PublishForm } from './publication-forms.tsx';
import { receiveProblems } from './upload-texts.ts';
import { aFinding, aJob, aView, formsIn, HOSTILE, hrefs } from './views.fixture.ts';
import { momentIn, STATES, sizeIn } from './words.ts';

const BASE = '/quan-tri/nhap-du-lieu';

describe('the list of imports', () => {
  const list = (jobs: Parameters<typeof ListPage>[0]['jobs'], lang: Lang = 'vi', older?: number) =>
    renderToString(
      <ListPage
        visit={aView(aJob(), lang).visit}
        jobs={jobs}
        kindName={(kind) => `<${kind}>`}
        older={older}
      />,
    );

  it.each([
    ['vi', 'Chưa có lần nhập nào.', '/vi/tieu-chuan'],
    ['en', 'Nothing was imported yet.', '/en/standards'],
  ] as const)('is empty in %s: says how to begin, and where templates are', (lang, said, templates) => {
    const html = list([], lang);
    expect(html).toContain(said);
    expect(html).not.toContain('<table');
    expect(hrefs(html)).toEqual([`${BASE}/moi`, templates]);
  });

  it('tells of each its state and the counts that are not nought', () => {
    const html = list([aJob({ checked: aFinding() }), aJob({ id: 40, state: 'uploaded' })], 'vi', 40);
    expect(html).toContain('Tạo mới 1.200 · Cập nhật 3<');
    expect(html).not.toContain('Bị từ chối');
    expect(hrefs(html)).toEqual([`${BASE}/moi`, `${BASE}/41`, `${BASE}/40`, `${BASE}?truoc=40`]);
    expect(html).toContain('<time datetime="2027-02-03T18:30:00Z">');
  });

  it('shows the names of files and kinds as they are', () => {
    const html = list([aJob({ fileName: HOSTILE })]);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;artefact>');
  });
});

describe('the steps of an import', () => {
  const reachable = (state: ImportState, checked = false) => {
    const job = aJob({ state, checked: checked ? aFinding() : null });
    const html = renderToString(
      <JobFrame view={aView(job)} step="ket-qua" title="T">
        <p />
      </JobFrame>,
    );
    return hrefs(html).map((href) => href.slice(`${BASE}/41/`.length));
  };

  it.each<[ImportState, boolean, string[]]>([
    ['uploaded', false, ['tep', 'khoa', 'cot']],
    ['checking', false, ['chay-thu']],
    ['checked', true, ['tep', 'khoa', 'cot', 'chay-thu', 'ghi']],
    ['refused', false, ['tep', 'khoa', 'cot', 'chay-thu']],
    ['failed', true, ['tep', 'khoa', 'cot', 'chay-thu']],
    ['committing', true, ['chay-thu']],
    ['committed', true, ['chay-thu']],
  ])('%s: those behind that may be looked at or changed are links', (state, checked, steps) => {
    expect(reachable(state, checked)).toEqual(steps);
  });

  it.each(Object.keys(STATES) as ImportState[])('%s is named in both languages', (state) => {
    const frame = (lang: Lang) =>
      renderToString(
        <JobFrame view={aView(aJob({ state, fileName: HOSTILE }), lang)} step="tep" title="T">
          <p />
        </JobFrame>,
      );
    expect(frame('vi')).toContain(`chip-${state}">${STATES[state].vi}<`);
    expect(frame('en')).toContain(`chip-${state}">${STATES[state].en}<`);
    expect(frame('vi').match(/aria-current="step"/g)).toHaveLength(1);
    expect(frame('en')).not.toContain('<script');
    expect(STATES[state].vi).not.toBe(STATES[state].en);
  });

  it('begin with what was wrong, where the focus goes', () => {
    const problems = [{ vi: 'Sai <b>.', en: 'Wrong.' }];
    const html = renderToString(
      <JobFrame view={aView(aJob(), 'vi', problems)} step="tep" title="T">
        <p />
      </JobFrame>,
    );
    expect(html).toMatch(
      /role="alert" tabindex="-1" id="errors"><h2>Chưa thực hiện được<\/h2><ul><li>Sai &lt;b>/,
    );
  });
});

describe('what a dry run found', () => {
  const lacking = [
    { field: 'name', label: { vi: 'Tên gọi', en: 'Name' }, rows: 2 },
    { field: 'date', label: { vi: 'Niên đại', en: 'Date' }, rows: 1_500 },
  ];
  const short = aJob({ checked: aFinding({ lacking }), mapping: { state: 'published' } });

  it('names each lacking field with its rows, the most rows before all, and the ways on', () => {
    const html = renderToString(<Lacking view={aView(short, 'en')} />);
    expect(html).toContain('Up to 1,500 rows were rejected');
    expect(html).toMatch(/Name <span class="meta">\(lacking in 2 rows\).*Date <span/);
    expect(hrefs(html)).toEqual([`${BASE}/41/cot#constants`]);
    expect(formsIn(html)).toEqual([{ action: `${BASE}/41/luu-nhap`, token: true, revision: '6' }]);
  });

  it.each([
    ['nothing lacks', { ...short, checked: aFinding() }],
    ['new records are drafts', { ...short, mapping: {} }],
    ['it is written', { ...short, state: 'committed' as const }],
    ['there was no dry run', { ...short, checked: null }],
  ])('says nothing of that where %s', (_, job) => {
    expect(renderToString(<Lacking view={aView(job)} />)).toBe('');
  });

  it('says nothing where all was read as it stands, also in what earlier versions have found', () => {
    expect(renderToString(<Findings view={aView(aJob())} />)).toBe('');
    expect(renderToString(<Findings view={aView(aJob({ checked: aFinding() }))} />)).toBe('');
    expect(renderToString(<Conversions lang="vi" conversions={[]} />)).toBe('');
  });

  it('shows rows left out, warnings and texts that were converted, as text', () => {
    const conversions = [{ column: HOSTILE, encoding: 'TCVN3', before: 'Trèng <b>', after: 'Trống <b>' }];
    const aside = { count: 1, text: { vi: 'một dòng tổng', en: 'a row of totals' } };
    const warnings = [{ vi: 'Ngày <i>', en: 'Day <i>' }];
    const html = renderToString(
      <Findings view={aView(aJob({ checked: aFinding({ conversions, aside, warnings }) }), 'en')} />,
    );
    expect(html).toMatch(/While the file was read: a row of totals\.<.*<li>Day &lt;i>/);
    expect(html).toMatch(/<code>Trèng &lt;b><\/code><\/td><td>Trống &lt;b>/);
    expect(html).not.toContain('<script');
  });
});

describe('work under way and publication', () => {
  it('shows how far it is, and where to look again without scripts', () => {
    const what = { vi: 'Đang ghi.', en: 'Being written.' };
    const html = renderToString(
      <Progress job={aJob({ progress: 37 })} lang="vi" what={what} step="ket-qua" />,
    );
    expect(html).toContain(`data-progress="${BASE}/41/tien-trinh"`);
    expect(html).toMatch(/<progress max="100" value="37"/);
    expect(html).toContain('Đã xong 37 %');
    expect(hrefs(html)).toEqual([`${BASE}/41/ket-qua`]);
  });

  it.each(['vi', 'en'] as const)(
    'forms carry the token of the session and the revision seen (%s)',
    (lang) => {
      const view = aView(aJob({ state: 'committed' }), lang);
      const html = renderToString(
        <>
          <PublishForm view={view} drafts={12_345} />
          <PublicationUndoForm view={view} />
        </>,
      );
      expect(formsIn(html)).toEqual(
        ['cong-bo', 'hoan-tac-cong-bo'].map((page) => ({
          action: `${BASE}/41/${page}`,
          token: true,
          revision: '6',
        })),
      );
      expect(html).toContain(lang === 'vi' ? '12.345 hồ sơ nháp' : '12,345 drafts');
    },
  );
});

it('says in both languages why a file was not taken in', () => {
  const plain = ['unknown-format', 'unknown-kind', 'empty', 'disk-full', 'no-file', 'broken'] as const;
  const texts = plain.flatMap((kind) => receiveProblems({ kind }));
  expect(new Set(texts.flatMap(({ vi, en }) => [vi, en])).size).toBe(2 * plain.length);
  const [large] = receiveProblems({ kind: 'too-large', limitBytes: 52_400_000 });
  expect(large?.vi).toContain('52,4 MB');
  expect(large?.en).toContain('52.4 MB');
  const problems = [{ vi: 'Hỏng.', en: 'Broken.' }];
  expect(receiveProblems({ kind: 'unreadable', problems })).toEqual(problems);
});

it.each([
  [999, '999 byte', '999 byte'],
  [1_000, '1 kB', '1 kB'],
  [1_549, '1,5 kB', '1.5 kB'],
  [999_960, '1 MB', '1 MB'],
  [2_500_000_000, '2.500 MB', '2,500 MB'],
])('%i bytes are told as %s', (bytes, vi, en) => {
  expect([sizeIn('vi', bytes), sizeIn('en', bytes)]).toEqual([vi, en]);
});

it('a moment is told in the time of Viet Nam', () => {
  expect(momentIn('en', '2027-02-03T18:30:00Z')).toBe('04/02/2027, 01:30');
  expect(momentIn('vi', '2027-02-03T18:30:00Z')).toContain('01:30');
});
