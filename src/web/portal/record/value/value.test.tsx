import { expect, it, test } from 'vitest';
import { DATATYPE_LABELS, type Datatype, type Field, type Statement } from '#modules/standards/index.ts';
import { aField, aFrame, aStatement, EMPTY, html } from '../frame.fixture.ts';
import { StatementView } from './statement-view.tsx';

type Shown = { datatype: Datatype; field?: Partial<Field>; statement: Partial<Statement> };

function show({ datatype, field, statement }: Shown, lang: 'vi' | 'en' = 'vi'): string {
  return html(
    <StatementView
      statement={aStatement(statement)}
      field={aField(datatype, field)}
      frame={aFrame(lang)}
      body={EMPTY}
    />,
  );
}

test('text is shown as it is and cannot become markup', () => {
  expect(show({ datatype: 'text', statement: { value: 'Số <b>12</b> & "Đông Sơn"' } })).toMatchInlineSnapshot(
    `"Số &lt;b>12&lt;/b> &amp; &quot;Đông Sơn&quot;"`,
  );
});

test('a text in a language carries it, in paragraphs', () => {
  const value = 'Đoạn một,\nxuống dòng.\n\nĐoạn hai.';
  expect(
    show({ datatype: 'localizedText', statement: { value, lang: 'vi', source: ['Đại Nam thực lục'] } }),
  ).toMatchInlineSnapshot(`
    "<p lang="vi">Đoạn một,<br/>xuống dòng.</p>
    <p lang="vi">Đoạn hai.<sup class="source-marks">
    <a href="#source-1" aria-label="Nguồn 1">[1]</a>
    </sup>
    </p>"
  `);
});

test('a term is its label, a link to the search where the field is a filter, and what it means', () => {
  const field = { id: 'type', codeList: 'monument-type@2024' };
  const shown = { datatype: 'term', field, statement: { value: 'HON_HOP' } } as const;
  expect(show(shown)).toMatchInlineSnapshot(`
    "<a href="/vi/chu-de/loai-hinh-di-tich/di-tich-hon-hop">Di tích hỗn hợp</a>
    <p class="meta">Đáp ứng từ hai loại hình trở lên; các loại hình thành phần khai riêng.</p>"
  `);
  expect(show(shown, 'en')).toMatchInlineSnapshot(`
    "<a href="/en/topics/monument-types/mixed-monument">Mixed monument</a>
    <p class="meta">Meets two or more types; the component types are given apart.</p>"
  `);
});

test('a term of a vocabulary', () => {
  const field = { id: 'materials', vocabulary: 'materials' };
  expect(
    show({ datatype: 'term', field, statement: { value: 'bronze', certainty: 'possible' } }),
  ).toMatchInlineSnapshot(`
    "<a href="/vi/chu-de/chat-lieu/dong-thau">đồng thau</a>
    <span class="meta"> (có thể)</span>"
  `);
});

test('a term that no list knows shows its code', () => {
  const field = { id: 'condition', codeList: 'condition-grade@1' };
  expect(show({ datatype: 'term', field, statement: { value: 'Z9' } })).toMatchInlineSnapshot(`"Z9"`);
});

test('yes and no', () => {
  expect(show({ datatype: 'boolean', statement: { value: true } })).toBe('Có');
  expect(show({ datatype: 'boolean', statement: { value: false } }, 'en')).toBe('No');
});

test('numbers have the separators of the language and keep every digit', () => {
  expect(show({ datatype: 'integer', statement: { value: 1_250_000 } })).toBe('1.250.000');
  expect(show({ datatype: 'integer', statement: { value: 1_250_000 } }, 'en')).toBe('1,250,000');
  expect(show({ datatype: 'decimal', statement: { value: '12345678901234.10' } })).toBe(
    '12.345.678.901.234,10',
  );
  expect(show({ datatype: 'decimal', statement: { value: '0.10' } }, 'en')).toBe('0.10');
});

test('a web address is a link without its scheme in the text', () => {
  expect(show({ datatype: 'url', statement: { value: 'https://baotang.vn/a?b=1' } })).toMatchInlineSnapshot(
    `"<a href="https://baotang.vn/a?b=1" rel="external">baotang.vn/a?b=1</a>"`,
  );
});

test('an identifier names its scheme', () => {
  const value = { scheme: 'inventory', value: 'LSb.5722' };
  expect(show({ datatype: 'identifier', statement: { value } })).toMatchInlineSnapshot(
    `"Số kiểm kê: <code>LSb.5722</code>"`,
  );
  expect(show({ datatype: 'identifier', statement: { value } }, 'en')).toMatchInlineSnapshot(
    `"Inventory number: <code>LSb.5722</code>"`,
  );
});

test('a measurement with its part, unit and doubt', () => {
  const field = { measure: { types: 'measurement-type@1', units: 'unit@1' } };
  const value = { type: 'face-diameter', value: '79.30', unit: 'cm', part: 'mặt', approximate: true };
  expect(show({ datatype: 'measurement', field, statement: { value } })).toMatchInlineSnapshot(
    `"Đường kính mặt (mặt): khoảng <data value="79.30">79,30</data> cm"`,
  );
  expect(show({ datatype: 'measurement', field, statement: { value } }, 'en')).toMatchInlineSnapshot(
    `"Face diameter (mặt): about <data value="79.30">79.30</data> cm"`,
  );
});

test('a date in a reign era keeps its words, gives the days and says how they were found', () => {
  const value = {
    verbatim: 'Minh Mạng năm thứ 12',
    edtf: '1831-02-13/1832-02-01',
    earliest: -50_726,
    latest: -50_373,
  };
  expect(show({ datatype: 'date', statement: { value } })).toMatchInlineSnapshot(`
    "<span lang="vi">Minh Mạng năm thứ 12</span> (13/2/1831 – 1/2/1832)<details class="derivation">
    <summary>Cách quy đổi, mã EDTF</summary>
    <ul>
    <li>Niên hiệu Minh Mạng (Nguyễn Thánh Tổ, Nhà Nguyễn): 1820–1841</li>
    <li>Năm thứ 12 là năm Tân Mão (1831), tính năm đầu từ năm đặt niên hiệu</li>
    <li>Đổi sang dương lịch bằng cách tính ngược theo múi giờ UTC+7; lịch thời đó có thể lệch</li>
    <li>Tính ngược theo thiên văn, có thể lệch ± 1 ngày.</li>
    <li>EDTF: <code>1831-02-13/1832-02-01</code>
    </li>
    </ul>
    </details>"
  `);
  expect(show({ datatype: 'date', statement: { value } }, 'en')).toMatchInlineSnapshot(`
    "<span lang="vi">Minh Mạng năm thứ 12</span> (13 February 1831 – 1 February 1832)<details class="derivation">
    <summary>How it was converted, EDTF</summary>
    <ul>
    <li>Era Minh Mạng (Nguyễn Thánh Tổ, Nhà Nguyễn): 1820–1841</li>
    <li>Year 12 is the year Tân Mão (1831); year 1 is the year in which the era was proclaimed</li>
    <li>Converted to the Gregorian calendar by computing back at UTC+7; the calendar of the time may have differed</li>
    <li>Computed back by astronomy; may be off by ± 1 day.</li>
    <li>EDTF: <code>1831-02-13/1832-02-01</code>
    </li>
    </ul>
    </details>"
  `);
});

test('a date whose derivation is kept with the record', () => {
  const value = {
    verbatim: '2500 BP',
    earliest: null,
    latest: null,
    derivation: 'Đo C14.\nHiệu chuẩn IntCal20.',
  };
  expect(show({ datatype: 'date', statement: { value } })).toMatchInlineSnapshot(`
    "2500 BP<details class="derivation">
    <summary>Cách quy đổi, mã EDTF</summary>
    <ul>
    <li>Đo C14.</li>
    <li>Hiệu chuẩn IntCal20.</li>
    </ul>
    </details>"
  `);
});

test('a lunar festival with its next three dates', () => {
  const value = { calendar: 'lunar-vi', start: '01-12', end: '01-13', leap: 'regular' };
  expect(show({ datatype: 'recurrence', statement: { value } })).toMatchInlineSnapshot(`
    "từ 12/1 đến 13/1 âm lịch<p class="meta">Năm có tháng nhuận: theo tháng thường.</p>
    <table class="next-dates">
    <caption>Những lần tới</caption>
    <thead>
    <tr>
    <th scope="col">Dương lịch</th>
    <th scope="col">Âm lịch</th>
    <th scope="col">Tình trạng</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>
    <time datetime="2027-02-17">17/2/2027 – 18/2/2027</time>
    </td>
    <td>12/1 – 13/1</td>
    <td>Dự kiến theo âm lịch</td>
    </tr>
    <tr>
    <td>
    <time datetime="2028-02-06">6/2/2028 – 7/2/2028</time>
    </td>
    <td>12/1 – 13/1</td>
    <td>Dự kiến theo âm lịch</td>
    </tr>
    <tr>
    <td>
    <time datetime="2029-02-24">24/2/2029 – 25/2/2029</time>
    </td>
    <td>12/1 – 13/1</td>
    <td>Dự kiến theo âm lịch</td>
    </tr>
    </tbody>
    </table>"
  `);
  expect(show({ datatype: 'recurrence', statement: { value } }, 'en')).toMatchInlineSnapshot(`
    "from day 12 of month 1 to day 13 of month 1 of the Vietnamese lunar calendar<p class="meta">In a year that repeats the month: in the regular month.</p>
    <table class="next-dates">
    <caption>Next dates</caption>
    <thead>
    <tr>
    <th scope="col">Gregorian date</th>
    <th scope="col">Lunar date</th>
    <th scope="col">Status</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>
    <time datetime="2027-02-17">17 February 2027 – 18 February 2027</time>
    </td>
    <td>12/1 – 13/1</td>
    <td>Expected by the lunar calendar</td>
    </tr>
    <tr>
    <td>
    <time datetime="2028-02-06">6 February 2028 – 7 February 2028</time>
    </td>
    <td>12/1 – 13/1</td>
    <td>Expected by the lunar calendar</td>
    </tr>
    <tr>
    <td>
    <time datetime="2029-02-24">24 February 2029 – 25 February 2029</time>
    </td>
    <td>12/1 – 13/1</td>
    <td>Expected by the lunar calendar</td>
    </tr>
    </tbody>
    </table>"
  `);
});

test('a rule in words has no computed dates', () => {
  const value = { calendar: 'words', words: 'Ngày rằm sau vụ gặt' };
  expect(show({ datatype: 'recurrence', statement: { value } })).toMatchInlineSnapshot(
    `"Ngày rằm sau vụ gặt<p class="meta">Chưa có ngày nào được thông báo; lịch này không tính tự động được.</p>"`,
  );
});

test('a place under its names of today, the former ones and the words of the source', () => {
  const value = { units: ['46', '19744'], historicUnits: ['46'], verbatim: 'Kinh thành Huế, Thừa Thiên' };
  expect(show({ datatype: 'place', statement: { value } })).toMatchInlineSnapshot(`
    "<span>
    <a href="/vi/dia-phuong/hue/phu-xuan">Phường Phú Xuân</a>
    </span>
    <span>, <a href="/vi/tim-kiem?place=46">Thành phố Huế</a>
    </span>
    <p class="meta">Trước ngày 1/7/2025: <span>
    <a href="/vi/tim-kiem?place=former-46">Tỉnh Thừa Thiên Huế</a>
    </span>
    </p>
    <p class="meta">Trong nguồn ghi: <span lang="vi">Kinh thành Huế, Thừa Thiên</span>
    </p>"
  `);
});

test('a place that only its source names', () => {
  expect(
    show({ datatype: 'place', statement: { value: { verbatim: 'Làng Ngọc Lũ' } } }),
  ).toMatchInlineSnapshot(`"<span lang="vi">Làng Ngọc Lũ</span>"`);
});

test('a reference links to the record it names', () => {
  const linked = { datatype: 'reference', statement: { value: { pid: 'd1abc', kind: 'museum' } } } as const;
  expect(show(linked)).toMatchInlineSnapshot(
    `"<a href="/vi/bao-tang/d1abc/bao-tang-hue" lang="vi">Bảo tàng Huế</a>"`,
  );
  expect(show(linked, 'en')).toContain('href="/en/museums/d1abc/bao-tang-hue"');
});

test('a reference that cannot be linked shows its words, with web addresses as links', () => {
  const value = { verbatim: 'Cục Di sản, https://dsvh.gov.vn/a; bản in' };
  expect(show({ datatype: 'reference', statement: { value } })).toMatchInlineSnapshot(
    `"<span lang="vi">Cục Di sản, <a href="https://dsvh.gov.vn/a" rel="external">dsvh.gov.vn/a</a>; bản in</span>"`,
  );
  expect(show({ datatype: 'reference', statement: { value: { pid: 'd1hidden' } } })).toBe(
    '<code>d1hidden</code>',
  );
});

test('an agent with a role', () => {
  const field = { roles: 'agent-role@1' };
  const value = { role: 'builder', verbatim: 'Thợ làng Phú Bài' };
  expect(show({ datatype: 'agentRole', field, statement: { value } })).toMatchInlineSnapshot(`
    "<span lang="vi">Thợ làng Phú Bài</span>
    <span class="meta"> · Người xây dựng</span>"
  `);
});

test('a decision links to its page where the registry knows it', () => {
  const value = { number: '1426/QĐ-TTg', date: '2012-10-01', issuer: 'THU_TUONG' };
  expect(show({ datatype: 'decision', statement: { value } })).toMatchInlineSnapshot(`
    "<a href="/vi/quyet-dinh/1426-qd-ttg-2012">1426/QĐ-TTg ngày 1/10/2012</a>
    <span class="meta"> · Thủ tướng Chính phủ</span>"
  `);
  expect(show({ datatype: 'decision', statement: { value: { number: '7/QĐ' } } })).toBe('7/QĐ');
});

test('an inscription in three aligned columns', () => {
  const value = {
    original: '明命十二年\n辛卯',
    script: 'Hani',
    transliteration: 'Minh Mạng thập nhị niên\nTân Mão',
    position: 'Thân chuông',
  };
  expect(show({ datatype: 'inscription', statement: { value } })).toMatchInlineSnapshot(`
    "Thân chuông · Chữ Hán, Nôm<table class="inscription stacking" aria-label="Thân chuông · Chữ Hán, Nôm">
    <thead>
    <tr>
    <th scope="col">Hán-Nôm</th>
    <th scope="col">Phiên âm</th>
    <th scope="col">Dịch nghĩa</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td data-label="Hán-Nôm" lang="lzh">明命十二年</td>
    <td data-label="Phiên âm" lang="vi">Minh Mạng thập nhị niên</td>
    <td data-label="Dịch nghĩa">
    <span class="meta">Chưa có</span>
    </td>
    </tr>
    <tr>
    <td data-label="Hán-Nôm" lang="lzh">辛卯</td>
    <td data-label="Phiên âm" lang="vi">Tân Mão</td>
    <td data-label="Dịch nghĩa">
    <span class="meta">Chưa có</span>
    </td>
    </tr>
    </tbody>
    </table>"
  `);
});

test('a file that is named but not yet here', () => {
  const value = { name: 'Bản ảnh 01.tif', role: 'photographs' };
  expect(show({ datatype: 'file', statement: { value } })).toMatchInlineSnapshot(`
    "Bản ảnh 01.tif <span class="meta">· Tập ảnh màu</span>
    <span class="meta"> · Tệp chưa được tải lên</span>"
  `);
});

test('a geometry that is exact, with plane coordinates', () => {
  const field = { geometryRoles: 'geometry-role@1' };
  const geojson = { type: 'Point', coordinates: [107.5797, 16.4698] };
  const value = { role: 'point', geojson, crs: 'EPSG:4326', publicPrecision: 'exact', precisionMetres: 20 };
  expect(show({ datatype: 'geometry', field, statement: { value } })).toMatchInlineSnapshot(
    `"Điểm đại diện: 16,46980° vĩ Bắc, 107,57970° kinh Đông (WGS 84)<p class="meta">VN-2000, múi 3°, kinh tuyến trục 108°00′: E 454.929 m · N 1.821.609 m (quy đổi từ WGS 84) · sai số khoảng 20 m</p>"`,
  );
  const surveyed = { ...value, crs: 'EPSG:9214', original: { e: 561_940.4, n: 1_821_444.2 } };
  expect(show({ datatype: 'geometry', field, statement: { value: surveyed } }, 'en')).toMatchInlineSnapshot(
    `"Representative point: 16.46980° N, 107.57970° E (WGS 84)<p class="meta">Original figures: VN-2000, 3° zone, central meridian 107°00′, E 561,940.4 m · N 1,821,444.2 m · within about 20 m</p>"`,
  );
});

test('a geometry that must not be exact gives no digit of the place itself', () => {
  const geojson = { type: 'Point', coordinates: [107.57973, 16.46981] };
  const value = {
    role: 'point',
    geojson,
    crs: 'EPSG:4326',
    publicPrecision: 'approx-1km',
    original: 'E 561.940 N 1.821.444',
  };
  const shown = show({ datatype: 'geometry', statement: { value } });
  expect(shown).toMatchInlineSnapshot(
    `"point: 16,465° vĩ Bắc, 107,575° kinh Đông (WGS 84)<p class="meta">Vị trí đã làm tròn khoảng 1 km để bảo vệ di sản.</p>"`,
  );
  expect(shown).not.toMatch(/57973|46981|561[.,]940/);
});

it.each([
  ['unknown', 'Chưa biết', 'Unknown'],
  ['none', 'Không có', 'None'],
  ['not-entered', 'Chưa nhập', 'Not entered'],
  ['not-found', 'Đã tìm, chưa thấy trong nguồn', 'Looked for, not found in the sources'],
  ['restricted', 'Có thông tin nhưng chưa được công khai', 'Recorded, but not public'],
] as const)('an absence is said in words: %s', (absent, vi, en) => {
  for (const datatype of Object.keys(DATATYPE_LABELS) as Datatype[]) {
    expect(show({ datatype, statement: { absent } })).toBe(`<span class="absent">${vi}</span>`);
    expect(show({ datatype, statement: { absent } }, 'en')).toBe(`<span class="absent">${en}</span>`);
  }
});

test('certainty, time, witness, note and sources stand behind the value', () => {
  const statement = {
    value: 'Chùa Láng',
    certainty: 'probable',
    from: '1805',
    to: '1841',
    by: 'ông Nguyễn Văn A',
    note: 'Nghe kể năm 2019',
    source: ['Đại Nam thực lục', 'không có trong danh sách'],
  } as const;
  expect(
    show({ datatype: 'text', statement: { ...statement, source: [...statement.source] } }),
  ).toMatchInlineSnapshot(`
    "Chùa Láng<span class="meta"> (có lẽ, từ 1805, đến 1841, theo ông Nguyễn Văn A)</span>
    <sup class="source-marks">
    <a href="#source-1" aria-label="Nguồn 1">[1]</a>
    </sup>
    <p class="meta" lang="vi">Nghe kể năm 2019</p>"
  `);
});
