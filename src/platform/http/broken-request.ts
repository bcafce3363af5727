import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { negotiateLanguage } from '#platform/i18n/index.ts';
import { answerRefusal } from './problem.ts';
import type { Issue } from './refusal.ts';

/** Answers what is no HTTP request at all, or whose head is too large: there is no request object to refuse. */
export function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const lang = negotiateLanguage(/^accept-language:(.*)$/im.exec(String(error.rawPacket))?.[1]);
  const issue = error.code === 'HPE_HEADER_OVERFLOW' ? HEAD_TOO_LARGE : NOT_HTTP;
  const { status, problem } = answerRefusal({ kind: 'invalid', issues: [issue] }, lang);
  const body = Buffer.from(JSON.stringify(problem));
  socket.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status} Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
          `content-length: ${body.length}\r\ncontent-language: ${lang}\r\nconnection: close\r\n\r\n`,
      ),
      body,
    ]),
  );
}

const HEAD_TOO_LARGE: Issue = {
  pointer: '/headers',
  code: 'head-too-large',
  message: {
    vi: 'Địa chỉ và các tiêu đề của yêu cầu quá dài. Hãy rút gọn câu truy vấn hoặc xóa bớt cookie.',
    en: 'The address and headers of the request are too long. Shorten the query or clear cookies.',
  },
};

const NOT_HTTP: Issue = {
  pointer: '',
  code: 'not-http',
  message: {
    vi: 'Không đọc được yêu cầu HTTP. Kiểm tra chương trình gửi.',
    en: 'This is not a readable HTTP request. Check the program that sent it.',
  },
};
