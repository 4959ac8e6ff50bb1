import type { Result } from '../../lib/result.ts';

/** Longest fragment that is looked at; the guide writes none above 500. */
export const longestFragment = 2000;

/**
 * Takes a link's fragment (with or without `#`) apart into its fields: format 1 is `1.` and then
 * fields joined by dots. An empty fragment has no fields. Never throws.
 */
export function openLink(fragment: string, kind: string): Result<readonly string[]> {
  if (fragment.length > longestFragment) {
    return { problem: `This is too long to be a link to ${kind}. Nothing of it was read.` };
  }
  const text = fragment.trim().replace(/^#/, '');
  if (text === '') return { value: [] };
  const [version = '', ...fields] = text.split('.');
  if (version === '1') return { value: fields };
  return {
    problem: /^\d{1,3}$/.test(version)
      ? `This link to ${kind} has format ${Number(version)}; this page reads format 1. Reload the page to get its newest version.`
      : `This is not a link to ${kind}.`,
  };
}
