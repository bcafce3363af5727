import { issueAdministratorToken } from '../administrator.ts';
import type { Command } from '../command.ts';
import { withRuntime } from './roles.ts';

/** A new administrator token; the one before stops working at once. */
export const token: Command = {
  name: 'token',
  summary: {
    vi: 'Cấp mã quản trị mới, mã cũ hết hiệu lực',
    en: 'Issue a new administrator token; the old one stops working',
  },
  usage: '',
  example: 'token',
  run: (invocation) =>
    withRuntime(invocation, async ({ db }) => {
      invocation.terminal.answer(await issueAdministratorToken(db));
      return 0;
    }),
};
