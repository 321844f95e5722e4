const headLength = 4000;
const tailLength = 2000;

/**
 * The beginning and the end of a text that looks like JSON, empty for any other text: enough to tell a vendor by the
 * keys, without parsing.
 */
export function peekJson(text: string): string {
  const head = text.slice(0, headLength);
  if (!/^\s*[[{]\s*["{[]/.test(head)) return '';
  return text.length > headLength
    ? `${head}\n${text.slice(Math.max(headLength, text.length - tailLength))}`
    : head;
}
