import { type Issue, shown } from './issue.ts';
import { type AnyNode, startOf } from './node.ts';

/** A page of the guide, on a placeholder host. */
const somePage = new URL('https://guide.invalid/questions/some-question/');

/**
 * Whether a URL is within the guide or https, as browsers parse it: `java&Tab;script:` runs,
 * `\\host` and `//host` leave the site, and the part before an `@` only looks like a host.
 */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address, somePage)) return false;
  const { protocol, host, username, password } = new URL(address, somePage);
  const isWithin = host === somePage.host || /^https:\/\//i.test(address);
  return protocol === 'https:' && isWithin && username === '' && password === '';
}

/** Refuses images, and links that are neither within the guide nor https. */
export function checkAddress(file: string, node: AnyNode): Issue[] {
  if (node.type === 'image' || node.type === 'imageReference') {
    return [
      {
        kind: 'picture',
        file,
        ...startOf(node),
        what: 'pages can’t have images',
        expected: 'a figure drawn by code, with a description for readers who can’t see it',
        found: shown(node.url ?? 'an image'),
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
      what: 'the link is neither within the guide nor https',
      expected: 'https://…, ../slug/ or #part',
      found: shown(url),
      fix: 'link to an https URL, or remove the link',
    },
  ];
}
