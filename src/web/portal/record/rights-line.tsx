import { statements } from '#modules/standards/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import type { RecordFrame } from './frame.ts';
import { recordMessages } from './messages.ts';
import type { Sheet } from './sheet.ts';

export interface RightsOf {
  label: string;
  uri: string | undefined;
}

/** The licence of the description, else its rights statement, with its address. */
export function rightsOf(
  body: Sheet['record']['body'],
  { catalogue, lang }: RecordFrame,
): RightsOf | undefined {
  for (const [field, scheme] of [
    ['licence', 'licence'],
    ['rights', 'rights-statement'],
  ] as const) {
    const code = statements(body, field).find((statement) => statement.value !== undefined)?.value;
    if (code !== undefined) {
      return { label: catalogue.label(scheme, code, lang), uri: catalogue.code(scheme, code)?.mappings?.uri };
    }
  }
  return undefined;
}

/** Rights in one plain sentence, with the statement that says it precisely. */
export function RightsLine({ sheet }: { sheet: Sheet }) {
  const { lang } = sheet.frame;
  const text = recordMessages[lang];
  const rights = rightsOf(sheet.record.body, sheet.frame);
  return (
    <p class="rights-line">
      {rights ? text.rightsStated(rights.label) : text.rightsUnstated}{' '}
      {rights?.uri !== undefined && (
        <a href={rights.uri} rel="license external">
          {rights.uri.replace(/^https?:\/\//, '')}
        </a>
      )}{' '}
      <a href={ADDRESSES.terms[lang]}>{text.rightsMore}</a>
    </p>
  );
}
