import type { Lang, LocalizedText } from '#platform/i18n/index.ts';
import type { Visit } from './visit.ts';

/** Names of fields that every form has. */
export const TOKEN_FIELD = 'ma-bieu-mau';

/** Shows that a form was opened by the one who sends it. */
export function TokenField({ visit }: { visit: Pick<Visit, 'formToken'> }) {
  return <input type="hidden" name={TOKEN_FIELD} value={visit.formToken} />;
}

const TEXT = {
  vi: { errors: 'Chưa thực hiện được' },
  en: { errors: 'This could not be done' },
};

/** What was wrong with a form, before everything else on the page; takes the focus. */
export function Errors({ lang, problems }: { lang: Lang; problems: readonly LocalizedText[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="alert alert-error" role="alert" tabIndex={-1} id="errors">
      <h2>{TEXT[lang].errors}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.vi}>{problem[lang]}</li>
        ))}
      </ul>
    </div>
  );
}
