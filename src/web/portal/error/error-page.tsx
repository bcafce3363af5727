import type { ErrorPage, Problem, ProblemAnswer } from '#platform/http/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { Star } from '#web/components/motif.tsx';
import { ADDRESSES, readPreferences, renderPage } from '#web/layout/index.ts';
import { dayInVietnam, isoDateText } from '../days.ts';
import type { Portal } from '../portal.ts';
import { errorMessages } from './messages.ts';

/** The designed page of everything that cannot be answered. It asks nothing of the database, which may be the cause. */
export function errorPage({ operator, version, assets }: Portal): ErrorPage {
  return (answer, lang, reference) => {
    const { title } = wordsOf(answer, lang);
    return renderPage({
      lang,
      // No origin: a page that has no address names none.
      site: { origin: '', operator, version, assets, dataAt: null },
      preferences: readPreferences([]),
      addresses: ADDRESSES.home,
      title,
      crumbs: [],
      noindex: true,
      isError: true,
      body: <ErrorBody answer={answer} lang={lang} reference={reference} />,
    });
  };
}

/** The words for this status; for the others those of the problem document, which every refusal has. */
function wordsOf({ status, problem }: ProblemAnswer, lang: Lang): { title: string; detail: string } {
  return errorMessages[lang].pages[status] ?? { title: problem.title, detail: problem.detail };
}

function ErrorBody({ answer, lang, reference }: { answer: ProblemAnswer; lang: Lang; reference: string }) {
  const text = errorMessages[lang];
  const { title, detail } = wordsOf(answer, lang);
  const { issues } = answer.problem;
  return (
    <div class="error-page">
      <div class="error-sign">
        <Star />
      </div>
      <p class="kind">{text.label(answer.status)}</p>
      <h1>{title}</h1>
      <p class="lead">{detail}</p>
      {issues.length > 0 && (
        <ul>
          {issues.map(({ pointer, message }) => (
            <li key={pointer + message}>{message}</li>
          ))}
        </ul>
      )}
      {answer.status === 410 && <Tombstone problem={answer.problem} lang={lang} />}
      <ErrorSearch lang={lang} />
      <h2>{text.next}</h2>
      <ul>
        {(['home', 'decisions', 'siteMap'] as const).map((page) => (
          <li key={page}>
            <a href={ADDRESSES[page][lang]}>{text.links[page]}</a>
          </li>
        ))}
      </ul>
      <p class="meta">
        {text.reference}: <code>{reference}</code>. {text.referenceWhy}
      </p>
    </div>
  );
}

/** What remains of a record: since when it is gone, and why. */
function Tombstone({ problem, lang }: { problem: Problem; lang: Lang }) {
  const text = errorMessages[lang].tombstone;
  const since =
    typeof problem.since === 'string' && problem.since !== '' ? dayInVietnam(problem.since) : null;
  const reason = typeof problem.reason === 'string' ? problem.reason : '';
  return (
    <dl class="facts tombstone">
      {since !== null && (
        <div class="fact">
          <dt>{text.since}</dt>
          <dd>{isoDateText(since, lang)}</dd>
        </div>
      )}
      {reason !== '' && (
        <div class="fact">
          <dt>{text.reason}</dt>
          <dd lang="vi">{reason}</dd>
        </div>
      )}
    </dl>
  );
}

function ErrorSearch({ lang }: { lang: Lang }) {
  const text = errorMessages[lang];
  return (
    <search>
      <h2>{text.searchTitle}</h2>
      <form class="filter" action={ADDRESSES.search[lang]} method="get">
        <label for="error-q">{text.searchLabel}</label>
        <input id="error-q" name="q" type="search" maxLength={300} />
        <button class="button-primary" type="submit">
          {text.search}
        </button>
      </form>
    </search>
  );
}
