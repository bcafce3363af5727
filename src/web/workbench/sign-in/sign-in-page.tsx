import type { LocalizedText } from '#platform/i18n/index.ts';
import { Errors } from '../frame/form-parts.tsx';
import type { Visit } from '../frame/visit.ts';
import { SIGN_IN } from '../frame/workbench.ts';

export const SIGN_IN_TEXT = {
  vi: {
    title: 'Đăng nhập bàn làm việc',
    lead: 'Khi chưa có tài khoản cá nhân, bàn làm việc mở bằng mã quản trị của hệ thống. Mã được in một lần khi khởi động lần đầu; lệnh ./disan token cấp mã mới và hủy mã cũ.',
    token: 'Mã quản trị',
    hint: 'Có thể dán mã. Mã chỉ gửi một lần; sau đó trình duyệt giữ một phiên làm việc 12 giờ.',
    submit: 'Đăng nhập',
  },
  en: {
    title: 'Sign in to the workbench',
    lead: 'Until there are personal accounts, the workbench opens with the administrator token of the installation. It is printed once at the first start; ./disan token issues a new one and ends the old.',
    token: 'Administrator token',
    hint: 'You may paste it. The token is sent once; then the browser keeps a session of 12 hours.',
    submit: 'Sign in',
  },
};

export function SignInPage({
  visit,
  back,
  problems,
}: {
  visit: Visit;
  back: string | undefined;
  problems: readonly LocalizedText[];
}) {
  const text = SIGN_IN_TEXT[visit.lang];
  return (
    <div class="content-page">
      <h1>{text.title}</h1>
      <Errors lang={visit.lang} problems={problems} />
      <p>{text.lead}</p>
      <form class="stack" action={SIGN_IN} method="post">
        {back !== undefined && <input type="hidden" name="ve" value={back} />}
        <label for="token">{text.token}</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          required
          maxLength={200}
          aria-describedby="token-hint"
        />
        <p id="token-hint" class="meta">
          {text.hint}
        </p>
        <p>
          <button class="button-primary" type="submit">
            {text.submit}
          </button>
        </p>
      </form>
    </div>
  );
}
