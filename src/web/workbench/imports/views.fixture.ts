import type { ImportJob } from '#modules/exchange/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { JobView } from './job-frame.tsx';

/** A name that would be markup wherever it is not escaped. */
export const HOSTILE = '"><script>alert(1)</script>&.csv';

/** An import that waits for approval, or as the options say. */
export function aJob(options: Partial<ImportJob> = {}): ImportJob {
  return {
    ...{ id: 41, actorId: 1, fileName: 'hiện vật.csv', fileBytes: 1_234, fileDigest: '', spool: 's' },
    ...{ kind: 'artefact', format: 'csv', mapping: {}, profile: null, state: 'checked', revision: 6 },
    inspection: {
      ...{ encoding: 'UTF-8', confidence: 1, delimiter: ',', sheet: null },
      ...{ columns: [], conversions: [] },
    },
    ...{ progress: 0, checked: null, refusal: null, skipRejected: false, reason: '', changesetId: null },
    ...{ undoReason: '', undoChangesetId: null, publications: [] },
    ...{ createdAt: '2027-02-03T18:30:00Z', updatedAt: '2027-02-03T18:30:00Z' },
    ...options,
  };
}

/** What a dry run found. */
export function aFinding(options: Partial<NonNullable<ImportJob['checked']>> = {}) {
  const counts = { created: 1_200, updated: 3, unchanged: 0, rejected: 0 };
  return { counts, digest: 'd', repeats: null, unmatched: [], ...options };
}

/** The components read no more of a visit than its language and the token of its forms. */
export function aView(job: ImportJob, lang: Lang = 'vi', problems: JobView['problems'] = []): JobView {
  return { visit: { lang, formToken: 'tok"en' } as JobView['visit'], job, problems };
}

export const hrefs = (html: string): string[] =>
  [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);

/** Every form with its address, and whether it carries its token and the revision it was made for. */
export function formsIn(html: string): { action: string; token: boolean; revision: string | undefined }[] {
  return [...html.matchAll(/<form[^>]* action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = '', body = '']) => ({
      action,
      token: /type="hidden" name="ma-bieu-mau" value="tok&quot;en"/.test(body),
      revision: /name="lan-sua" value="(\d+)"/.exec(body)?.[1],
    }),
  );
}
