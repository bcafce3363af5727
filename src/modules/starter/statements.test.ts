import { describe, expect, it } from 'vitest';
import { addPoint } from './point.ts';
import { add, addName, addSource, type Fields } from './statements.ts';

describe('add', () => {
  it('gives stable ids, unique in the whole body', () => {
    const fields: Fields = {};
    add(fields, 'type', { value: 'A' });
    add(fields, 'period', { tag: 'le so', value: 'B' });
    add(fields, 'period', { tag: 'le so', value: 'C' });
    add(fields, 'type', { value: 'D' });
    expect(Object.values(fields).flatMap((list) => list.map((statement) => statement.id))).toEqual([
      'type',
      'type-2',
      'period-le-so',
      'period-le-so-2',
    ]);
  });
});

describe('addName', () => {
  it('has one primary name per language and repeats none', () => {
    const fields: Fields = {};
    const source = 's';
    addName(fields, { text: 'Hát Xoan', lang: 'vi', source });
    addName(fields, { text: 'Hát Xoan', lang: 'vi', source: 'other' });
    addName(fields, { text: 'Hát Xoan ở Phú Thọ', lang: 'vi', source });
    addName(fields, { text: 'Xoan singing', lang: 'en', source });
    addName(fields, { text: '', lang: 'en', source });
    expect(fields.name?.map(({ value, nameType }) => [value, nameType])).toEqual([
      ['Hát Xoan', 'primary'],
      ['Hát Xoan ở Phú Thọ', 'other'],
      ['Xoan singing', 'primary'],
    ]);
  });
});

describe('addSource', () => {
  it('names each source once', () => {
    const fields: Fields = {};
    for (const source of ['a', 'b', 'a', '']) addSource(fields, source);
    expect(fields.sources?.map(({ value }) => value)).toEqual([{ verbatim: 'a' }, { verbatim: 'b' }]);
  });
});

describe('addPoint', () => {
  const point = {
    lat: '21.5',
    lon: '105.25',
    source: 's',
    licence: 'CC-BY-SA-4.0',
    coord_confidence: 'medium',
  };

  it('keeps order, licence and how far a representative point may be off', () => {
    const fields: Fields = {};
    addPoint(fields, point);
    expect(fields.geometry).toMatchObject([
      {
        value: {
          geojson: { type: 'Point', coordinates: [105.25, 21.5] },
          crs: 'EPSG:4326',
          precisionMetres: 5000,
        },
        by: 'starter:coordinates',
        note: 'Giấy phép / licence: CC-BY-SA-4.0',
      },
    ]);
  });

  it('claims no precision where none is stated, and adds nothing without a point', () => {
    const fields: Fields = {};
    addPoint(fields, undefined);
    addPoint(fields, { lat: '', lon: '' });
    expect(fields.geometry).toBeUndefined();
    addPoint(fields, { ...point, coord_confidence: 'high' });
    expect(fields.geometry?.[0]?.value).not.toHaveProperty('precisionMetres');
  });
});
