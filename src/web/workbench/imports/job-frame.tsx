import type { ComponentChildren } from 'preact';
import { type ImportJob, isOpen } from '#modules/exchange/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { Errors, TokenField } from '../frame/form-parts.tsx';
import type { Visit } from '../frame/visit.ts';
import { IMPORTS } from '../frame/workbench.ts';
import { currentStep, STATES, STEP_NAMES, STEPS, type Step } from './words.ts';

export interface JobView {
  visit: Visit;
  job: ImportJob;
  problems: readonly LocalizedText[];
}

export function addressOf({ id }: Pick<ImportJob, 'id'>, page: string): string {
  return `${IMPORTS}/${id}/${page}`;
}

const TEXT = {
  vi: { steps: 'Các bước nhập dữ liệu', done: 'xong' },
  en: { steps: 'Steps of the import', done: 'done' },
};

/** What every step shows: which file, which step, and what was wrong. */
export function JobFrame({
  view: { visit, job, problems },
  step,
  title,
  children,
}: {
  view: JobView;
  step: Step;
  title: string;
  children: ComponentChildren;
}) {
  const { lang } = visit;
  return (
    <>
      <p class="file-line">
        <strong>{job.fileName}</strong>{' '}
        <span class={`chip chip-${job.state}`}>{STATES[job.state][lang]}</span>
      </p>
      <nav aria-label={TEXT[lang].steps}>
        <ol class="steps">
          {STEPS.map((name) => (
            <StepEntry key={name} visit={visit} job={job} name={name} shown={step} />
          ))}
        </ol>
      </nav>
      <h1>{title}</h1>
      <Errors lang={lang} problems={problems} />
      {children}
    </>
  );
}

interface EntryProps {
  visit: Visit;
  job: ImportJob;
  name: Step;
  shown: Step;
}

function StepEntry({ visit: { lang }, job, name, shown }: EntryProps) {
  const label = STEP_NAMES[name][lang];
  if (name === shown) return <li aria-current="step">{label}</li>;
  return (
    <li>{isReachable(name, job) ? <a href={addressOf(job, name)}>{label}</a> : <span>{label}</span>}</li>
  );
}

/** Steps before the dry run may be changed until something is written; what is behind stays to be looked at. */
function isReachable(step: Step, job: ImportJob): boolean {
  const at = STEPS.indexOf(currentStep(job));
  if (step === 'ket-qua') return at === STEPS.indexOf('ket-qua');
  if (step === 'ghi') return job.state === 'checked';
  if (step === 'chay-thu') return job.checked !== null || at >= STEPS.indexOf('chay-thu');
  return isOpen(job);
}

/** The hidden parts of a form that changes an import. */
export function JobFields({ view: { visit, job } }: { view: Pick<JobView, 'visit' | 'job'> }) {
  return (
    <>
      <TokenField visit={visit} />
      <input type="hidden" name="lan-sua" value={String(job.revision)} />
    </>
  );
}
