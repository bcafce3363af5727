import { announce } from './announce.ts';
import { messages } from './messages.ts';

/**
 * Buttons that only work with a script are hidden in the markup and shown here:
 * `<button type="button" hidden data-copy="text">` (without a text: the page's address), and
 * `<button type="button" hidden data-share>` for the system's share sheet, or the clipboard where there is none.
 */
export function attachSharing(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy], button[data-share]')) {
    button.hidden = false;
    button.addEventListener('click', () => void act(button));
  }
}

async function act(button: HTMLButtonElement): Promise<void> {
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  if (button.dataset.share !== undefined && 'share' in navigator) {
    // Rejected when the reader closes the sheet: nothing went wrong then.
    await navigator.share({ title: document.title, url: address }).catch(() => undefined);
    return;
  }
  const copied = await copy(button.dataset.copy || address);
  announce(copied ? messages.copied : messages.copyFailed);
  if (copied) showCopied(button);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** For those who see: the button says for two seconds that it is done. */
function showCopied(button: HTMLButtonElement): void {
  button.dataset.label ??= button.textContent ?? '';
  button.textContent = `✓ ${messages.copied}`;
  setTimeout(() => {
    button.textContent = button.dataset.label ?? '';
  }, 2000);
}
