import { companions, levels, otherPages, settings, topics } from '../../guide-settings.ts';
import { pathsBelow } from '../links/paths.ts';
import { fileStart, type Issue, issueAt, shown } from './issue.ts';

const folder = 'src/content/docs';

/** Companion pages that other pages link to. */
const linked = ['about', ...companions.map(({ id }) => id)];

/** First URL segments that the site uses in addition to those in `pathsBelow`. */
const otherNames = ['404', 'index', 'levels', 'q', 'data', 'pagefind', 'previews'];

const takenNames: ReadonlySet<string> = new Set([
  ...Object.values(pathsBelow('/')).flatMap((path) =>
    typeof path === 'string' ? path.split('/').filter((part) => part !== '') : [],
  ),
  ...otherNames,
]);

/** @param names for each file, its name without folder or extension */
export function* checkDocs(names: readonly { file: string; name: string }[]): Generator<Issue> {
  for (const { file, name } of names) {
    if (!takenNames.has(name)) continue;
    yield issueAt('address-taken', file, fileStart, {
      what: `the site has a page of its own at /${name}/`,
      expected: 'a name that the site doesn’t use',
      found: shown(name),
      fix: 'rename the file',
    });
  }
  for (const name of linked.filter((id) => names.every((page) => page.name !== id))) {
    yield issueAt('page-missing', `${folder}/${name}.md`, fileStart, {
      what: 'this page is missing, and other pages link to it',
      expected: 'about.md and a page for each of `companions` in src/guide-settings.ts',
      found: 'no file',
      fix: 'restore the page, or remove it from `companions`',
    });
  }
}

/**
 * Returns the pages other than questions that companion pages may link to, relative to the start
 * page.
 */
export function companionLinks(ids: {
  readonly docs: readonly string[];
  readonly learningPaths: readonly string[];
  readonly labs: readonly string[];
}): ReadonlySet<string> {
  const paths = pathsBelow('/');
  const pages = [
    ...Object.values(paths).filter((path) => typeof path === 'string'),
    ...ids.docs.map(paths.companion),
    ...ids.learningPaths.map(paths.learningPath),
    ...ids.labs.map(paths.lab),
    ...levels.map(({ id }) => paths.level(id)),
    ...topics.map(({ id }) => paths.topic(id)),
  ];
  return new Set(pages.map((path) => path.slice(1)));
}

/**
 * Returns a warning for each companion page other than `about` that `src/guide-settings.ts` doesn't
 * list, because readers may never find it.
 */
export function unnamedDocs(names: readonly { file: string; name: string }[]): string[] {
  const named: readonly string[] = [...linked, ...otherPages];
  return names
    .filter(({ name }) => !named.includes(name))
    .map(
      ({ file }) =>
        `${file} is published, but src/guide-settings.ts doesn’t name it. Add it to \`companions\` or ` +
        '`otherPages`, or delete it.',
    );
}

/**
 * Returns a warning for each companion page that still describes what another guide has tested or
 * promised.
 */
export function borrowedClaims(
  docs: readonly { file: string; data: { readonly claimsOf?: unknown } }[],
): string[] {
  return docs
    .filter(({ data: { claimsOf } }) => claimsOf !== undefined && claimsOf !== settings.id)
    .map(
      ({ file, data }) =>
        `${file} makes claims for "${data.claimsOf}". Write what is true of this guide, and then ` +
        `\`claimsOf: ${settings.id}\`.`,
    );
}
