import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { formatArk } from '#formats/ark/index.ts';
import {
  type Completeness,
  completeness,
  type Gate,
  type RecordBody as StandardBody,
} from '#modules/standards/index.ts';
import { languageOf } from '#platform/http/index.ts';
import type { RegistryParts } from '../http.ts';
import { compactView } from './compact.ts';
import { publicBody } from './public-queries.ts';
import type { RecordView } from './record-queries.ts';

export type View = 'compact' | 'full';

/** A record as the API shows it. Files arrive with the media module; until then a record has none. */
export function presentRecord(
  parts: RegistryParts,
  record: RecordView,
  { view, lang, staff }: { view: View; lang: 'vi' | 'en'; staff: boolean },
) {
  const { body: whole, provenance, ...rest } = record;
  const body = staff ? whole : publicBody(whole);
  const compact = compactView(body, lang);
  const standard = parts.catalogue.standardByReference(record.standard);
  return {
    ark: formatArk({ naan: parts.naan, name: record.pid }),
    ...rest,
    ...(view === 'full' ? { fields: body.fields } : { fields: compact.values, absences: compact.absences }),
    assets: [],
    rights: { statement: compact.values.rights ?? null, licence: compact.values.licence ?? null },
    completeness:
      standard === undefined
        ? null
        : completenessIn(completeness(standard, body as StandardBody, lang), view),
    provenance,
  };
}

/** The short view says how complete a record is and what to do next, the full one everything that is missing. */
function completenessIn({ groups, missing, gates, ...short }: Completeness, view: View) {
  if (view === 'full') return { ...short, gates, groups, missing };
  const shortGate = ({ required, reached }: Gate) => ({ required, reached });
  return {
    ...short,
    gates: { submitted: shortGate(gates.submitted), published: shortGate(gates.published) },
  };
}

export interface Presented {
  content: string;
  /** `"pid.version.digest"`: acts and relations change a record's representation without a new version. */
  etag: string;
}

export function representation(
  parts: RegistryParts,
  request: FastifyRequest,
  { record, view }: { record: RecordView; view: View },
): Presented {
  const { staff } = request.reader;
  const presented = presentRecord(parts, record, { view, lang: languageOf(request), staff });
  const content = JSON.stringify(presented);
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { content, etag: `"${record.pid}.${record.version}.${digest}"` };
}
