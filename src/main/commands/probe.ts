import { createInterface } from 'node:readline';
import type { Command } from '../command.ts';
import { loadKnowledge } from '../knowledge.ts';
import { type Probe, type ProbeOutcome, vietnameseProbes } from './probe-vietnamese.ts';

/** Runs one piece of the product's own code on outside input, for conformance suites. */
export const probe: Command = {
  name: 'probe',
  summary: {
    vi: 'Chạy một phần mã của sản phẩm trên dữ liệu vào, phục vụ kiểm tra sự phù hợp',
    en: 'Run one piece of the product’s own code on one input, for conformance suites',
  },
  usage: 'vn fold|sort|same|lunar|solar|vn2000|wgs84|era|decode',
  example: 'probe vn fold',
  positionals: { min: 2, max: 2 },
  async run({ positionals: [area, kind = ''], terminal }) {
    const probes = area === 'vn' ? await probesOfVietnamese() : {};
    const answer = Object.hasOwn(probes, kind) ? probes[kind] : undefined;
    if (!answer) {
      terminal.say({ vi: `không có phép thử “${area} ${kind}”`, en: `there is no probe "${area} ${kind}"` });
      return 1;
    }
    let refused = false;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const outcome = answerLine(line, answer);
      refused ||= outcome.kind === 'refused';
      terminal.answer(JSON.stringify(outcome.kind === 'answer' ? outcome.value : null));
      if (outcome.kind === 'refused') terminal.say({ vi: outcome.reason, en: outcome.reason });
    }
    return refused ? 1 : 0;
  },
};

async function probesOfVietnamese(): Promise<Record<string, Probe>> {
  const knowledge = await loadKnowledge();
  return vietnameseProbes(knowledge.kind === 'known' ? knowledge.eras : []);
}

function answerLine(line: string, answer: Probe): ProbeOutcome {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return { kind: 'refused', reason: `not JSON: ${line.slice(0, 80)}` };
  }
  return answer(input);
}
