import type { RecordStandard } from '#modules/standards/index.ts';

/** Acts and clauses that a standard or list rests on. Names of acts stay Vietnamese. */
export function LegalBasis({ basis, lang }: { basis: RecordStandard['legalBasis']; lang: 'vi' | 'en' }) {
  return (
    <ul class="legal-basis">
      {basis.map(({ act, clause, note }) => (
        <li key={`${act} ${clause}`}>
          <span lang="vi">{[act, clause].filter(Boolean).join(', ')}</span>
          {note && <span class="meta"> · {note[lang]}</span>}
        </li>
      ))}
    </ul>
  );
}
