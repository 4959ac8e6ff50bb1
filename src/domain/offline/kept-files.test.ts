import { describe, expect, it } from 'vitest';
import { fileAt } from '../../lib/urls.ts';
import { keepingOf, standInFor, withSlash } from './kept-files.ts';

describe('what is kept of the site', () => {
  it.each([
    ['_astro/search-app.BagKJz5O.js', 'precached'],
    ['index.html', 'packed'],
    ['questions/what-is-fhir/index.html', 'packed'],
    ['q/z7s/index.html', 'packed'],
    ['downloads/index.html', 'packed'],
    ['404.html', 'packed'],
    ['data/search/index.json', 'packed'],
    ['data/glossary.json', 'packed'],
    ['pagefind/fragment/en_1.pf_fragment', 'packed'],
    ['pagefind/wasm.unknown.pagefind', 'on-demand'],
    ['downloads/guide.epub', 'on-demand'],
    ['data/questions.json', 'on-demand'],
    ['print/everything/index.html', 'on-demand'],
    ['previews/what-is-fhir.png', 'on-demand'],
    ['questions/what-is-fhir/index.md', 'on-demand'],
    ['packs/0123456789abcdef.pack', 'on-demand'],
    ['worker.js', 'on-demand'],
  ])('%s is %s', (file, keeping) => {
    expect(keepingOf(file)).toBe(keeping);
  });
});

describe('an address', () => {
  it('that ends in a slash is that of a page', () => {
    expect(['', 'labs/', 'favicon.svg', 'labs'].map(fileAt)).toEqual([
      'index.html',
      'labs/index.html',
      'favicon.svg',
      'labs',
    ]);
  });

  it('without a slash leads to the page with it, unless it names a file', () => {
    expect(withSlash('questions/what-is-fhir')).toBe('questions/what-is-fhir/');
    expect(['', 'labs/', 'favicon.svg', 'downloads/guide.epub'].map(withSlash)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('what can not be had', () => {
  it.each(['nothing', 'nothing/', 'questions/gone/', 'q/ABC', 'old.html', 'a.b/c'])(
    'does not exist if it would be kept: %s',
    (path) => {
      expect(standInFor(path)).toEqual({ file: '404.html', status: 404 });
    },
  );

  it.each(['downloads/guide.epub', 'print/everything/', 'print/everything', 'feed.xml'])(
    'needs a connection if it is fetched on demand: %s',
    (path) => {
      expect(standInFor(path)).toEqual({ file: 'offline/index.html', status: 503 });
    },
  );
});
