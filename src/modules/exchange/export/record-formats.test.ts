import { describe, expect, it } from 'vitest';
import type { CurrentRecord } from '#modules/registry/index.ts';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { recordWriter } from './record-formats.ts';

const knowledge = await publishedKnowledge();
const standard = knowledge.catalogue.standard('source');
const RECORD: CurrentRecord = {
  id: 7,
  pid: 'd1x',
  kind: 'source',
  state: 'draft',
  accessClass: 2,
  verification: 'unconfirmed',
  version: 3,
  updatedAt: '2026-06-01T00:00:00Z',
  body: {
    standard: 'source@1.0',
    fields: {
      name: [
        { id: 'name-1', value: '=Đại Việt, "sử ký"', lang: 'vi' },
        { id: 'name-2', value: '大越史記', lang: 'vi', script: 'Hani' },
      ],
    },
  },
};

function written(format: 'csv' | 'jsonl') {
  const outcome = recordWriter(format, { standard, knowledge });
  if (outcome.kind !== 'writer') throw new Error(outcome.kind);
  return { head: outcome.writer.head, line: outcome.writer.write(RECORD) };
}

describe('CSV', () => {
  it('begins with a BOM and the keys of the template', () => {
    const { head } = written('csv');
    expect(head).toMatch(/^\ufeffid,name\[vi\],name\[en\],.*,_record\r\n$/);
  });

  it('has a line for a record, formulas kept still, and what cells cannot tell at its end', () => {
    const { head, line } = written('csv');
    expect(line).toMatch(/^d1x,"'=Đại Việt, ""sử ký""",,/);
    expect(line).toContain('""version"":3');
    expect(line).toContain('大越史記');
    expect(line.endsWith('\r\n')).toBe(true);
    expect(head.split(',').length).toBeGreaterThan(10);
  });

  it('needs the columns of one kind', () => {
    expect(recordWriter('csv', { standard: undefined, knowledge })).toEqual({ kind: 'needs-one-kind' });
  });
});

it('JSON Lines has all of the record, and no row number of the database', () => {
  const { head, line } = written('jsonl');
  expect(head).toBe('');
  const { id: _id, accessClass: _class, body, ...rest } = RECORD;
  expect(JSON.parse(line)).toEqual({ ...rest, ...body });
  expect(line.split('\n')).toHaveLength(2);
});
