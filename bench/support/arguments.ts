import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** How many records to measure with; each benchmark has its own default. */
  records: number | null;
  json: boolean;
}

export function readArguments(): BenchArguments {
  const { values } = parseArgs({ options: { records: { type: 'string' }, json: { type: 'boolean' } } });
  const records = values.records === undefined ? null : Number(values.records);
  if (records !== null && !(Number.isInteger(records) && records > 0))
    throw new Error('--records takes a whole number above 0');
  return { records, json: values.json ?? false };
}
