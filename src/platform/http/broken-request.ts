import { STATUS_CODES } from 'node:http';
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
  const issue = ISSUES[error.code] ?? NOT_HTTP;
  const { status: usual, problem } = answerRefusal({ kind: 'invalid', issues: [issue] }, lang);
  const status = issue === TOO_SLOW ? 408 : usual;
  const body = Buffer.from(JSON.stringify({ ...problem, status }));
  socket.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
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

const TOO_SLOW: Issue = {
  pointer: '',
  code: 'too-slow',
  message: {
    vi: 'Yêu cầu đến quá chậm nên đã bị ngắt. Kiểm tra đường truyền rồi gửi lại.',
    en: 'The request came too slowly and was ended. Check the connection and send it again.',
  },
};

const ISSUES: Readonly<Record<string, Issue>> = {
  HPE_HEADER_OVERFLOW: HEAD_TOO_LARGE,
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
};
