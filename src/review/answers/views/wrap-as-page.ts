type File = { readonly name: string; readonly content: string | Uint8Array };

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string) => text.replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);

/** A report as a page: HTML as it is, every other text as it would stand in its file. Empty where there is no text. */
export function wrapAsPage(file: File | undefined): string {
  if (file === undefined || typeof file.content !== 'string') return '';
  if (file.name.endsWith('.html')) return file.content;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(file.name)}</title>
<style>body { margin: 1.5rem; font: 0.9rem/1.5 ui-monospace, monospace; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }</style>
</head><body><pre>${escapeHtml(file.content)}</pre></body></html>
`;
}
