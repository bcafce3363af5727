import { makeRelease } from '#modules/open-data/index.ts';
import type { Command } from '../command.ts';
import { openDataContext } from '../open-data.ts';
import { withRuntime } from './roles.ts';

/** Makes a release of the open data now, instead of at its time. */
export const dumps: Command = {
  name: 'dumps',
  summary: {
    vi: 'Lập ngay một bản phát hành dữ liệu mở',
    en: 'Make a release of the open data now',
  },
  usage: '',
  example: 'dumps',
  run: (invocation) =>
    withRuntime(invocation, async (runtime) => {
      const outcome = await makeRelease(openDataContext(runtime));
      const { lang } = invocation.terminal;
      invocation.terminal.answer(
        outcome.kind === 'made'
          ? {
              vi: `đã lập bản ${outcome.name}: ${outcome.records} hồ sơ, ${outcome.files} tệp`,
              en: `made release ${outcome.name}: ${outcome.records} records, ${outcome.files} files`,
            }[lang]
          : {
              vi: `hồ sơ công khai không thay đổi từ bản ${outcome.name}`,
              en: `no public record has changed since release ${outcome.name}`,
            }[lang],
      );
      return 0;
    }),
};
