import { loadStarter } from '#modules/starter/index.ts';
import type { Command } from '../command.ts';
import { DATA } from '../paths.ts';
import { workQueue } from '../worker.ts';
import { withRuntime } from './roles.ts';

/** What the shipped release of the starter data would change here, or, when asked, the change itself. */
export const starter: Command = {
  name: 'starter',
  summary: {
    vi: 'Xem hoặc nạp bản dữ liệu khởi tạo mới; không ghi đè chỗ người đã sửa',
    en: 'See or load a newer release of the starter data; what people edited is left alone',
  },
  usage: '[--upgrade]',
  example: 'starter --upgrade',
  options: { upgrade: { type: 'boolean' } },
  run: (invocation) =>
    withRuntime(invocation, async (runtime) => {
      const context = { registry: await runtime.contextAs('bootstrap'), ...runtime.knowledge };
      const outcome = await loadStarter(context, DATA, { upgrade: invocation.values.upgrade === true });
      if (outcome.kind === 'loaded') await workQueue(runtime);
      invocation.terminal.answer(JSON.stringify(outcome, null, 2));
      return outcome.kind === 'refused' ? 1 : 0;
    }),
};
