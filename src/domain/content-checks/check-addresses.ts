import { type Issue, issueAt, shown } from './issue.ts';
import { type AnyNode, startOf } from './node.ts';

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
export function* checkAddress(file: string, node: AnyNode): Generator<Issue> {
  const { type, url } = node;
  if (type === 'image' || type === 'imageReference') {
    yield issueAt('picture', file, startOf(node), {
      what: 'pages can’t have images',
      expected: 'a figure drawn in code, with a description for readers who can’t see it',
      found: shown(url ?? 'an image'),
      fix: 'draw it in src/components/figures/drawn and write <Figure id="…" />',
    });
  }
  if ((type === 'link' || type === 'definition') && !isSafeAddress(url ?? '')) {
    yield issueAt('bad-link', file, startOf(node), {
      what: 'the link is neither within the guide nor https',
      expected: 'https://…, ../slug/ or #part',
      found: shown(url ?? ''),
      fix: 'link to an https URL, or remove the link',
    });
  }
}
