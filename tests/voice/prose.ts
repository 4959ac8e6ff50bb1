/** Keys of records whose values are data, or words as other people write or type them. */
const dataKeys = new Set(
  'aliases misspellings searchAs url id code source related oldSlugs topics published checkedOn factsCheckedOn reviewBy on by'.split(
    ' ',
  ),
);

/**
 * The prose of a content or docs file, line by line. Code, tags, URLs, and data are blanked, so that
 * line numbers stay right.
 */
export function proseLines(file: string, text: string): readonly string[] {
  if (file.endsWith('.yaml')) return recordLines(text, file.includes('/sources/'));
  const [, front = '', body = text] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  return [...recordLines(front, false).slice(0, -1), ...bodyLines(body)];
}

function bodyLines(body: string): string[] {
  return body
    .replace(/^ *```[\s\S]*?^ *```/gm, blanked)
    .replace(/`[^`\n]*`/g, blanked)
    .replace(/<[A-Za-z/!][^>]*>/g, blanked)
    .replace(/\]\([^)]*\)/g, blanked)
    .split('\n');
}

/** The text inside the outer quotes of each value. A source's title isn't ours to edit. */
function recordLines(text: string, isSource: boolean): string[] {
  let field = '';
  return text.split('\n').map((line) => {
    field = /^(\w+):/.exec(line)?.[1] ?? field;
    const [, key = field] = /^\s*(?:- )?(?:\{ )?(\w+):/.exec(line) ?? [];
    if (dataKeys.has(field) || dataKeys.has(key) || (isSource && key === 'title')) return '';
    const value = line.replace(/`[^`]*`/g, blanked);
    return /^[^"']*(["'])(.*)\1[^"']*$/.exec(value)?.[2] ?? value;
  });
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
