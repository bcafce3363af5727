import { qrPath } from '#formats/qr/index.ts';

/** An address as a QR code; nothing when the address is too long for a label of 25 mm. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrPath(text);
  if (code.kind !== 'qr') return null;
  return (
    <svg class="qr" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label}>
      <rect class="qr-ground" width={code.size} height={code.size} />
      <path class="qr-dark" d={code.path} />
    </svg>
  );
}
