import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvEvent, type CsvOptions, readCsv, readCsvStream } from './index.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function events(bytes: Uint8Array, size: number, options?: CsvOptions): Promise<CsvEvent[]> {
  const found: CsvEvent[] = [];
  for await (const event of readCsvStream(inChunks(bytes, size), options)) found.push(event);
  return found;
}

/** What the reader of whole files says, as events. */
function expected(bytes: Uint8Array): CsvEvent[] {
  const outcome = readCsv(bytes);
  if (outcome.kind !== 'table') return [outcome];
  const { rows, kind: _, ...header } = outcome;
  return [{ kind: 'header', ...header }, ...rows.map((row) => ({ kind: 'row' as const, ...row }))];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readCsvStream', () => {
  it.each([
    ['UTF-8 with BOM', utf8('\ufeffmã;tên\r\n1;"Chùa\r\nMột Cột"\r\n2;Đền')],
    ['UTF-16', Buffer.from('\ufeffmã\ttên\n1\tĐền Hùng\n', 'utf16le')],
    ['TCVN3', Buffer.from('ma,ten\r\n1,Tr\xe8ng \xae\xe5ng Ng\xe4c L\xf2\r\n', 'latin1')],
    ['VNI, whose letters are pairs', Buffer.from('ma,ten\n1,Troáng ñoàng Ngoïc Luõ', 'latin1')],
    ['VNI characters in UTF-8', utf8('ma,ten\n1,Troáng ñoàng Ngoïc Luõ')],
    ['mis-decoded UTF-8', utf8('mÃ£,tÃªn\n1,Trá»‘ng Ä‘á»“ng')],
    ['nothing', utf8('')],
    ['only a header', utf8('a,b')],
    ['binary', Uint8Array.of(0x89, 0x50, 0xff, 0x0a)],
  ])('says the same as the reader of whole files, however cut: %s', async (_, bytes) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(await events(bytes, size)).toEqual(expected(bytes));
  });

  it.each([
    ['a,a\n1,2', { kind: 'duplicate-header', line: 1, column: 2, name: 'a' }],
    ['a,b\n1,2\n3', { kind: 'ragged-row', line: 3, column: 2, expected: 2, found: 1 }],
    ['a,b\n1,2\n3,"4', { kind: 'unclosed-quote', line: 3, column: 2 }],
    ['a,b\n1,2\n3,\0', { kind: 'nul-byte', line: 3, column: 2 }],
  ])('ends with the refusal: %j', async (text, refusal) => {
    for (const size of [1, 1000]) {
      const found = await events(utf8(text), size);
      expect(found.at(-1)).toEqual(refusal);
      expect(found.slice(0, -1).every((event) => event.kind === 'header' || event.kind === 'row')).toBe(true);
    }
  });

  it('refuses a byte that is wrong only far down, and names its line', async () => {
    const good = utf8(`a,b\n${'1,đền\n'.repeat(60_000)}`);
    const bytes = Uint8Array.from([...good, ...utf8('2,'), 0xff, ...utf8('\n3,x\n')]);
    const found = await events(bytes, 65_536);
    expect(found.at(-1)).toEqual({ kind: 'invalid-encoding', line: 60_002, offset: good.length + 2 });
    expect(found.length).toBeGreaterThan(50_000);
  });

  it('takes the encoding that it is told', async () => {
    const bytes = Buffer.from('a,b\n1,caf\xe9', 'latin1');
    expect((await events(bytes, 3, { encoding: 'Windows-1252' })).at(-1)).toMatchObject({
      cells: ['1', 'café'],
    });
  });

  it('says the same as the reader of whole files for any table', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'"abđ,\n\r') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (cells, size) => {
          const bytes = utf8(`h${cells.join(',')}`);
          const found = await events(bytes, size);
          expect(found.at(-1)).toEqual(expected(bytes).at(-1));
        },
      ),
    );
  });

  it('holds little of 100,000 rows at a time, and closes the source when left early', async () => {
    const source = { rows: 0, closed: false };
    async function* rows(): AsyncGenerator<Uint8Array> {
      try {
        yield utf8('id,tên,ghi chú\n');
        for (; source.rows < 100_000; source.rows += 100) {
          yield utf8(`${source.rows},Đình làng Đình Bảng,"nhiều dòng\n${'x'.repeat(40)}"\n`.repeat(100));
        }
      } finally {
        source.closed = true;
      }
    }
    let read = 0;
    let ahead = 0;
    for await (const event of readCsvStream(rows())) {
      if (event.kind !== 'row') continue;
      read += 1;
      ahead = Math.max(ahead, source.rows - read);
    }
    expect(read).toBe(100_000);
    expect(ahead).toBeLessThan(10_000);

    Object.assign(source, { rows: 0, closed: false });
    for await (const event of readCsvStream(rows())) if (event.kind === 'row') break;
    expect(source.closed).toBe(true);
    expect(source.rows).toBeLessThan(10_000);
  });
});
