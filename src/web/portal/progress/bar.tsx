/** A share as a bar; the number stands beside it, so the drawing is no content of its own. */
export function Bar({ share, label }: { share: number; label: string }) {
  return (
    <svg class="bar" viewBox="0 0 100 6" role="img" preserveAspectRatio="none">
      <title>{label}</title>
      <rect class="bar-whole" width="100" height="6" />
      <rect class="bar-part" width={Math.round(share * 1000) / 10} height="6" />
    </svg>
  );
}
