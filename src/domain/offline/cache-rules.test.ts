import { describe, expect, it } from 'vitest';
import { fileAt } from '../../lib/urls.ts';
import { fallbackFor, storingOf, urlOf, withSlash } from './cache-rules.ts';

describe('a file of the site', () => {
  it.each([
    ['_astro/search-app.BagKJz5O.js', 'precached'],
    ['index.html', 'precached'],
    ['questions/what-is-fhir/index.html', 'precached'],
    ['questions/index.html', 'precached'],
    ['topics/index.html', 'precached'],
    ['paths/index.html', 'precached'],
    ['paths/imaging-ai/index.html', 'opened'],
    ['levels/beginner/index.html', 'precached'],
    ['q/z7s/index.html', 'opened'],
    ['downloads/index.html', 'precached'],
    ['what-changed/index.html', 'precached'],
    ['offline/not-found/index.html', 'precached'],
    ['data/search/index.json', 'precached'],
    ['data/glossary.json', 'precached'],
    ['data/search/text-what-is-fhir.json', 'precached'],
    ['pagefind/pagefind.js', 'never'],
    ['pagefind/index/en_1.pf_index', 'never'],
    ['topics/fhir/index.html', 'opened'],
    ['sources/index.html', 'opened'],
    ['downloads/guide.epub', 'never'],
    ['data/questions.json', 'never'],
    ['print/index.html', 'opened'],
    ['print/everything/index.html', 'opened'],
    ['questions/what-is-fhir/index.md', 'never'],
    ['404.html', 'never'],
    ['print.css', 'opened'],
    ['previews/what-is-fhir.png', 'never'],
    ['downloads/guide.pdf', 'never'],
    ['worker.js', 'never'],
    ['_headers', 'never'],
    ['questions/index.html.gz', 'never'],
  ])('%s is %s', (file, storing) => {
    expect(storingOf(file)).toBe(storing);
  });
});

describe('a URL', () => {
  it('that ends in a slash belongs to a page', () => {
    const urls = ['', 'labs/', 'favicon.svg', 'labs'];
    const files = ['index.html', 'labs/index.html', 'favicon.svg', 'labs'];
    expect(urls.map(fileAt)).toEqual(files);
    expect(files.map(urlOf)).toEqual(urls);
  });

  it('without a slash redirects to the page with it, unless it names a file', () => {
    expect(withSlash('questions/what-is-fhir')).toBe('questions/what-is-fhir/');
    expect(['', 'labs/', 'favicon.svg', 'downloads/guide.epub'].map(withSlash)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('a URL that is neither stored nor reachable', () => {
  it.each(['nothing', 'nothing/', 'questions/gone/', 'labs/gone', 'old.html', 'a.b/c'])(
    'does not exist if it would be precached: %s',
    (path) => {
      expect(fallbackFor(path)).toEqual({ file: 'offline/not-found/index.html', status: 404 });
    },
  );

  it.each(['downloads/guide.epub', 'print/everything/', 'topics/fhir', 'sources', 'feed.xml'])(
    'needs a connection otherwise: %s',
    (path) => {
      expect(fallbackFor(path)).toEqual({ file: 'offline/index.html', status: 503 });
    },
  );
});
