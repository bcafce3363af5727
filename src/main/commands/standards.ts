import { migrateRecords } from '#modules/registry/index.ts';
import { KINDS } from '#modules/standards/index.ts';
import type { Command } from '../command.ts';
import { workQueue } from '../worker.ts';
import { makeFormTemplates } from './form-template.ts';
import { withRuntime } from './roles.ts';

/**
 * Brings records to the version of their standard that is in force (publishing the version itself is a change of data),
 * or makes the templates of an official form anew.
 */
export const standards: Command = {
  name: 'standards',
  summary: {
    vi: 'Đưa hồ sơ của một loại lên phiên bản chuẩn đang có hiệu lực; lập lại tệp mẫu của biểu mẫu',
    en: 'Bring the records of a kind to the version of their standard in force; make the templates of a form anew',
  },
  usage: 'migrate KIND [--dry-run] | form-template FORM',
  example: 'standards migrate monument --dry-run',
  options: { 'dry-run': { type: 'boolean' } },
  positionals: { min: 2, max: 2 },
  run: (invocation) => {
    const [action, name = ''] = invocation.positionals;
    if (action === 'form-template') return makeFormTemplates(invocation, name);
    return withRuntime(invocation, async (runtime) => {
      const kind = KINDS.find((one) => one === name);
      if (action !== 'migrate' || !kind) {
        invocation.terminal.say({
          vi: `cách dùng: ./disan standards migrate KIND, với KIND là một trong ${KINDS.join(', ')}; hoặc form-template FORM`,
          en: `usage: ./disan standards migrate KIND, KIND being one of ${KINDS.join(', ')}; or form-template FORM`,
        });
        return 1;
      }
      const context = await runtime.contextAs('system');
      const dryRun = invocation.values['dry-run'] === true;
      const report = await migrateRecords(context, { catalogue: runtime.knowledge.catalogue, kind, dryRun });
      await workQueue(runtime);
      invocation.terminal.answer(JSON.stringify(report, null, 2));
      return report === null || report.problems.length > 0 ? 1 : 0;
    });
  },
};
