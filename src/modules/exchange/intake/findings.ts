import type { RecordStandard } from '#modules/standards/index.ts';
import type { ImportResult, SheetReport } from '../import/outcome.ts';
import { asideText } from '../sheet/aside.ts';
import { warningText } from '../sheet/warnings.ts';
import { batches } from './batches.ts';
import { shownConversions } from './inspect.ts';
import type { Intake } from './intake.ts';
import type { Checked, ImportJob } from './job.ts';
import { deleteRows, insertRows } from './job-store.ts';
import { lackingCounter } from './lacking.ts';
import { countTerms } from './unmatched.ts';

interface Found {
  result: Extract<ImportResult, { kind: 'read' }>;
  standard: RecordStandard;
}

/** Puts the verdicts on all rows in the place of earlier ones, and gathers what a person should know of them. */
export async function keepFindings(
  intake: Intake,
  { id, mapping }: ImportJob,
  { result, standard }: Found,
): Promise<Checked> {
  const terms = countTerms(result.sheet.header, standard, { ...intake, mapping });
  const fields = lackingCounter(standard);
  await deleteRows(intake.db, id);
  let first = 0;
  for (const rows of batches(result.rows)) {
    for (const { cells, problems } of rows) {
      terms.count(cells);
      fields.count(problems);
    }
    await insertRows(intake.db, { id, first }, rows);
    first += rows.length;
  }
  const { outcome, digest, sheet } = result;
  const repeats = outcome.kind === 'repeated' ? outcome.changesetId : null;
  const counted = { unmatched: terms.unmatched(), lacking: fields.lacking() };
  return { counts: outcome.counts, digest, repeats, ...counted, ...remarks(sheet) };
}

/** Warnings are one for a column; a page shows as many as it can. */
const MOST_WARNINGS = 40;

function remarks({ warnings = [], conversions = [], aside }: SheetReport) {
  return {
    warnings: warnings.slice(0, MOST_WARNINGS).map(warningText),
    conversions: shownConversions(conversions),
    aside: aside && aside.count > 0 ? { count: aside.count, text: asideText(aside) } : null,
  };
}
