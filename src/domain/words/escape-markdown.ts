/**
 * Escapes untrusted text for Markdown (CommonMark with GitHub's tables), so that it appears as
 * typed, apart from white space.
 */

/** Escapes text and puts it on one line. */
export function markdownLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}

/** Returns a URL as a link, or as text if it isn't http or https. */
export function markdownAddress(address: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : markdownLine(address);
}

/** Turns text into a block quote, line by line. Returns an empty string if it is blank. */
export function markdownQuote(text: string): string {
  const lines = text.trim().split(/\r\n|[\r\n]/);
  if (text.trim() === '') return '';
  // A trailing backslash would escape the line break, and leading spaces could make a code block.
  return lines.map((line) => `> ${escapeStart(escapeMarkdown(line.trim()))}`).join('\\\n');
}

/** Escapes all characters with a special meaning within a line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|~&$]/g, '\\$&').replace(/:(?=\/\/)|@/g, '\\$&');
}

/** Escapes syntax that works only at the start of a line. */
function escapeStart(line: string): string {
  return line.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}
