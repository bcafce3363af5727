import { writeTextWorkbook } from '#formats/xlsx/index.ts';
import type { CurrentRecord } from '#modules/registry/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import { KEY_COLUMN } from '../sheet/columns.ts';
import { CELL_ROOM, divided, recordColumns } from '../table/long-cells.ts';
import { recordRows } from './record-rows.ts';

interface Writing {
  standard: RecordStandard;
  knowledge: CellKnowledge;
  lang: Lang;
  /** Walks the records anew each time it is called. */
  records(): AsyncIterable<CurrentRecord>;
}

/**
 * The import template filled in: a row of labels, a row of keys, a row for each record. What one cell has no room for is
 * divided over several columns `_record`.
 */
export async function* writeRecordWorkbook({
  standard,
  knowledge,
  lang,
  records,
}: Writing): AsyncGenerator<Uint8Array> {
  const { keys, columns, row } = recordRows(standard, knowledge, { longest: CELL_ROOM });
  const parts = await partsFor(records());
  const further = recordColumns(parts);
  const labels = [KEY_LABEL[lang], ...columns.map(({ header }) => header[lang]), ...further];
  async function* rows() {
    for await (const record of records()) {
      const { cells, rest } = row(record);
      // A record that has grown since it was measured would lose its end unseen.
      if (rest.length > parts * (CELL_ROOM - 1))
        throw new Error(`Record ${record.pid} grew while it was exported`);
      yield [...cells, ...divided(rest, parts)];
    }
  }
  yield* writeTextWorkbook({
    name: standard.label[lang],
    headers: [labels, [...keys, ...further]],
    widths: [...keys, ...further].map((key) => (key === KEY_COLUMN ? 14 : 24)),
    rows: rows(),
  });
}

const KEY_LABEL = { vi: 'Mã hồ sơ', en: 'Record key' } as const;

/** What the column of whole records holds is part of the body, in the same words. */
async function partsFor(records: AsyncIterable<CurrentRecord>): Promise<number> {
  let longest = 0;
  for await (const { body } of records) longest = Math.max(longest, JSON.stringify(body).length);
  return Math.ceil((longest + 1_000) / (CELL_ROOM - 1));
}
