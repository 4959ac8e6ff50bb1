import { type Issue, shown } from './issue.ts';
import { type AnyNode, startOf } from './node.ts';

/**
 * Whether following or loading an address can't run anything or leave the site for anything but
 * https. As browsers read it: control characters and spaces in front do not count, tabs and line
 * breaks nowhere (https://url.spec.whatwg.org/#concept-basic-url-parser), and `\\` is `/`.
 */
export function isSafeAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what browsers drop.
  const read = address.replace(/[\u0000-\u0020]/g, '').replaceAll('\\', '/');
  if (read.startsWith('//')) return false;
  const [scheme] = /^[^/?#]*?:/.exec(read) ?? [];
  return scheme === undefined || scheme.toLowerCase() === 'https:';
}

/** Refuses pictures, and links that run something or lead elsewhere than https. */
export function checkAddress(file: string, node: AnyNode): Issue[] {
  if (node.type === 'image' || node.type === 'imageReference') {
    return [
      {
        kind: 'picture',
        file,
        ...startOf(node),
        what: 'pages may not hold pictures',
        expected: 'a figure, drawn by code and told in words for those who can not see it',
        found: shown(node.url ?? 'a picture'),
        fix: 'draw it in src/components/figures/drawn and write <Figure id="…" />',
      },
    ];
  }
  if (node.type !== 'link' && node.type !== 'definition') return [];
  const url = node.url ?? '';
  if (isSafeAddress(url)) return [];
  return [
    {
      kind: 'bad-link',
      file,
      ...startOf(node),
      what: 'the link would run something or leave https',
      expected: 'https://…, ../slug/ or #part',
      found: shown(url),
      fix: 'link to an https address, or write the words without a link',
    },
  ];
}
