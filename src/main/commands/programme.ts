import { type FreezeOutcome, freezeList, takeSnapshot } from '#modules/programme/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import type { Runtime } from '../runtime.ts';
import { withRuntime } from './roles.ts';

/** Freezes the list of a target under a document, or keeps the numbers of the month. */
export const programme: Command = {
  name: 'programme',
  summary: {
    vi: 'Chốt danh mục mẫu số của một mục tiêu, hoặc chốt số liệu của tháng',
    en: 'Freeze the list that is the denominator of a target, or keep the numbers of the month',
  },
  usage: 'freeze TARGET --decision NUMBER [--evidence TEXT] | snapshot',
  example: 'programme freeze T2a --decision 123/QĐ-BVHTTDL',
  options: { decision: { type: 'string' }, evidence: { type: 'string' } },
  positionals: { min: 1, max: 2 },
  async run(invocation) {
    const [act, target] = invocation.positionals;
    if (act === 'freeze' && target !== undefined)
      return await withRuntime(invocation, (runtime) => freeze(invocation, runtime, target));
    if (act === 'snapshot' && target === undefined)
      return await withRuntime(invocation, (runtime) => keepMonth(invocation, runtime));
    invocation.terminal.say({
      vi: 'hãy viết programme freeze MỤC-TIÊU --decision SỐ, hoặc programme snapshot',
      en: 'write programme freeze TARGET --decision NUMBER, or programme snapshot',
    });
    return 1;
  },
};

async function contextOf(runtime: Runtime) {
  const { actorId } = await runtime.contextAs('administrator');
  return { db: runtime.db, actorId, now: runtime.now };
}

async function freeze({ values, terminal }: Invocation, runtime: Runtime, target: string): Promise<ExitCode> {
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : '');
  const decision = text(values.decision) || null;
  const evidence = text(values.evidence) || (decision ?? 'Sổ đăng ký');
  const outcome = await freezeList(await contextOf(runtime), { target, decision, evidence });
  const complaint = complaintOf(outcome);
  if (complaint) terminal.say(complaint);
  else terminal.answer(JSON.stringify(outcome));
  return complaint ? 1 : 0;
}

export function complaintOf(outcome: FreezeOutcome): LocalizedText | null {
  switch (outcome.kind) {
    case 'frozen':
    case 'unchanged':
      return null;
    case 'unknown-target': {
      const known = outcome.known.join(', ');
      return {
        vi: `không có mục tiêu này; các mục tiêu là ${known}`,
        en: `no such target; there are ${known}`,
      };
    }
    case 'nothing-to-list':
      return {
        vi: `sổ chưa có mục nào thuộc ${outcome.target}; hãy nhập hồ sơ và quyết định trước`,
        en: `nothing in the registry belongs to ${outcome.target} yet; enter records and decisions first`,
      };
    case 'needs-decision':
      return {
        vi: `${outcome.target} đã có danh mục bản ${outcome.version}; chốt lại cần --decision SỐ-VĂN-BẢN`,
        en: `${outcome.target} has version ${outcome.version} of its list; freezing again needs --decision NUMBER`,
      };
  }
}

async function keepMonth({ terminal }: Invocation, runtime: Runtime): Promise<ExitCode> {
  const outcome = await takeSnapshot(await contextOf(runtime));
  if (outcome.kind === 'no-list') {
    terminal.say({
      vi: 'chưa mục tiêu nào có danh mục đã chốt; hãy chạy programme freeze trước',
      en: 'no target has a frozen list yet; run programme freeze first',
    });
    return 1;
  }
  terminal.answer(JSON.stringify(outcome));
  return 0;
}
