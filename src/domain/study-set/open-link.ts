import type { Result } from '../../lib/result.ts';

/**
 * Maximum length of a fragment. The guide never writes more than 1,700 characters in links that
 * `openLink` reads.
 */
export const maxFragmentLength = 2000;

/**
 * Splits a link's fragment (with or without `#`) into its fields. They follow the format number,
 * joined by periods. An empty fragment has none. Never throws.
 *
 * @param latest the latest supported format
 */
export function openLink(
  fragment: string,
  kind: string,
  latest = 1,
): Result<{ readonly format: number; readonly fields: readonly string[] }> {
  if (fragment.length > maxFragmentLength) {
    return { problem: `This is too long to be a link to ${kind}, so we didn’t open it.` };
  }
  const text = fragment.trim().replace(/^#/, '');
  if (text === '') return { value: { format: latest, fields: [] } };
  const [version = '', ...fields] = text.split('.');
  const format = /^[1-9]\d{0,2}$/.test(version) ? Number(version) : undefined;
  if (format === undefined) return { problem: `This isn’t a link to ${kind}.` };
  if (format > latest) {
    return { problem: `This link to ${kind} needs a newer version of this page. Reload the page.` };
  }
  return { value: { format, fields } };
}
