import { formatArk } from '#formats/ark/index.ts';
import { dayFromIso } from '#formats/dates/index.ts';
import { type ReadOutcome, type RecordView, readRecord } from '#modules/registry/index.ts';
import type { RecordBody } from '#modules/standards/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { collectFootnotes } from './footnotes.ts';
import type { RecordFrame } from './frame.ts';
import { linkedRecords } from './linked-records.ts';
import { addressesOf, type Sheet } from './sheet.ts';
import { unitNames } from './unit-names.ts';

export type SheetOutcome =
  | { kind: 'sheet'; sheet: Sheet }
  | Exclude<ReadOutcome, { kind: 'found' | 'invalid' }>;

/** Reads a record with everything its page names. */
export async function readSheet(
  context: PageContext,
  { pid, version }: { pid: string; version?: number },
): Promise<SheetOutcome> {
  const { portal, reader } = context;
  const outcome = await readRecord(portal.source, reader, { pid, version, now: portal.now() });
  if (outcome.kind === 'invalid') return { kind: 'not-found' };
  if (outcome.kind !== 'found') return outcome;
  const { record } = outcome;
  const standard = portal.catalogue.standardByReference(record.standard);
  if (!standard) return { kind: 'not-found' };
  const frame = await recordFrame(context, { record, standard });
  const ark = formatArk({ naan: portal.naan, name: record.pid });
  const permanent = `${portal.origin(context.request)}/id/${record.pid}`;
  const addresses = addressesOf(record);
  return {
    kind: 'sheet',
    sheet: { record, standard, frame, title: record.title.vi, addresses, ark, permanent },
  };
}

type Read = { record: RecordView; standard: Sheet['standard'] };

async function recordFrame(context: PageContext, { record, standard }: Read): Promise<RecordFrame> {
  const { portal, lang } = context;
  const { catalogue, vocabularies, eras } = portal;
  const body: RecordBody = record.body;
  const [records, units] = await Promise.all([
    linkedRecords(context, record),
    unitNames(context, standard, body),
  ]);
  const further = [...record.designations, ...record.relations].map(({ source }) => source);
  return {
    lang,
    catalogue,
    vocabularies,
    eras,
    standard,
    today: dayFromIso(dayInVietnam(portal.now())) ?? 0,
    records,
    ...units,
    decisions: decisionAddresses(record, lang),
    footnotes: collectFootnotes(standard, body, further),
  };
}

function decisionAddresses({ designations }: RecordView, lang: 'vi' | 'en'): Map<string, string> {
  return new Map(
    designations.flatMap(({ decision }) =>
      'absent' in decision
        ? []
        : [[decision.number, `${ADDRESSES.decisions[lang]}/${decision.key}`] as const],
    ),
  );
}
