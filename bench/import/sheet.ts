import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLine } from '#formats/csv/index.ts';
import { writeTextWorkbook } from '#formats/xlsx/index.ts';

const HEADER = [
  ...['id', 'Tên gọi – tiếng Việt', 'materials', 'date', 'quantity', 'measurements.type'],
  ...['measurements.value', 'measurements.unit', 'description[vi]', 'provenance[vi]', 'storageLocation'],
];

const THINGS = ['Trống đồng', 'Thạp đồng', 'Bát hoa lam', 'Tượng Phật', 'Chuông chùa', 'Bia đá', 'Ấn ngà'];
const MATERIALS = ['đồng thau', 'gỗ', 'đá', 'gốm', 'ngà', 'gỗ|đồng thau'];
const DATES = ['thế kỷ XV', '1466', 'thế kỷ XVII-XVIII', '1802-1945', 'khoảng 1800', '12/03/1978'];
const ORIGINS = ['Bảo tàng tỉnh chuyển giao', 'Khai quật tại hố 3', 'Nhân dân hiến tặng', 'Mua của tư nhân'];
const SENTENCES = [
  'Mặt trống trang trí ngôi sao mười bốn cánh, xen giữa là họa tiết lông công.',
  'Thân chia ba phần, tang phình, lưng thẳng, chân choãi.',
  'Men trắng ngà, vẽ lam dưới men cảnh sơn thủy và hoa dây.',
  'Hiện vật còn nguyên, có vết nứt nhỏ ở miệng đã được gia cố.',
];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** A row as museums write it: words for terms, commas in numbers, several values in a cell. */
function row(i: number): (string | number)[] {
  const [height, width] = [`${(i % 890) + 10},${i % 10}`, String((i % 370) + 5)];
  return [
    `BT-${i}`,
    `${pick(THINGS, i)} số ${i}`,
    pick(MATERIALS, i),
    pick(DATES, Math.floor(i / 7)),
    (i % 3) + 1,
    'Cao|Đường kính',
    `${height}|${width}`,
    'cm|cm',
    `${pick(SENTENCES, i)} ${pick(SENTENCES, i + 1)} Số ${i}.`,
    pick(ORIGINS, i),
    `Kho ${(i % 12) + 1}, giá ${(i % 40) + 1}`,
  ];
}

function* lines(rows: number): Generator<string> {
  yield `\ufeff${csvLine(HEADER)}`;
  for (let i = 0; i < rows; i += 1) yield csvLine(row(i));
}

export async function writeSheet(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path));
}

/** The same rows as a workbook. */
export async function writeBook(path: string, rows: number): Promise<void> {
  const cells = function* (): Generator<string[]> {
    for (let i = 0; i < rows; i += 1) yield row(i).map(String);
  };
  const book = writeTextWorkbook({
    ...{ name: 'Hiện vật', headers: [HEADER], widths: HEADER.map(() => 20) },
    rows: cells(),
  });
  await pipeline(Readable.from(book), createWriteStream(path));
}
