import { describe, expect, it } from 'vitest';
import { isListed } from './in-search-engines.ts';
import { normalizeBase, pathsBelow } from './paths.ts';
import { readLinks } from './read-links.ts';
import { siteAddress } from './site-address.ts';
import { wordsOfAddress } from './words-of-address.ts';

describe('addresses', () => {
  it('start at the base path, however it is written', () => {
    expect(['', '/', 'guide', '/guide', '/guide/', '//a/b//'].map(normalizeBase)).toEqual([
      '/',
      '/',
      '/guide/',
      '/guide/',
      '/guide/',
      '/a/b/',
    ]);
  });

  it('come from the variables of a build, which may be missing', () => {
    expect(siteAddress({})).toEqual({ origin: '', base: '/' });
    expect(siteAddress({ SITE_URL: 'https://a.example/', BASE_PATH: 'x/y' })).toEqual({
      origin: 'https://a.example',
      base: '/x/y/',
    });
    expect(siteAddress({ SITE_URL: 'http://localhost:4321' }).origin).toBe('http://localhost:4321');
  });

  it.each([
    [{ SITE_URL: 'guide.example' }, /^SITE_URL is "guide\.example"\. Write the URL of the host/],
    [{ SITE_URL: 'https://a.example/guide/' }, /The path, if there is one, belongs in BASE_PATH/],
    [{ SITE_URL: 'ftp://a.example' }, /^SITE_URL/],
    [{ BASE_PATH: 'https://a.example/guide' }, /^BASE_PATH .* such as \/guide\//],
    [{ BASE_PATH: 'my guide' }, /^BASE_PATH is "my guide"/],
    [{ BASE_PATH: '/../x' }, /^BASE_PATH/],
  ])('with %o end the build with what to write', (variables, message) => {
    expect(() => siteAddress(variables)).toThrow(message);
  });

  it('contain neither level nor number', () => {
    const paths = pathsBelow('/guide/');
    expect(paths.question('what-is-fhir')).toBe('/guide/questions/what-is-fhir/');
    expect(paths.question('what-is-fhir', 'hint')).toBe('/guide/questions/what-is-fhir/#hint');
    expect(paths.code('xt6')).toBe('/guide/q/xt6/');
  });
});

it('search engines list pages with content of their own', () => {
  const listed = (path: string) => isListed(path, pathsBelow('/guide/'), new Set(['a-question']));
  for (const path of ['', 'questions/', 'questions/a-question/', 'sources/', 'practice/']) {
    expect(listed(`/guide/${path}`), path).toBe(true);
  }
  for (const path of [
    'questions/an-old-slug/',
    'q/xt6/',
    'search/',
    'progress/',
    'components/',
    '404.html',
  ]) {
    expect(listed(`/guide/${path}`), path).toBe(false);
  }
});

describe('the links on a page', () => {
  const links = (html: string) =>
    readLinks(html, 'https://x.example').links.map(({ address, kind }) => [address, kind]);

  it('are all found, and distinguished from what the browser loads', () => {
    expect(
      links(
        '<link rel="canonical" href="https://x.example/"><link rel="stylesheet" href="/a.css">' +
          '<a href="/b/" id="one">b</a><img src="c.svg" alt="c"><form action="/search/"></form>' +
          '<guide-thing data-index="/data/"></guide-thing>',
      ),
    ).toEqual([
      ['https://x.example/', 'followed'],
      ['/a.css', 'loaded'],
      ['/b/', 'followed'],
      ['c.svg', 'loaded'],
      ['/search/', 'followed'],
      ['/data/', 'completed'],
    ]);
  });
});

describe('the words in an address', () => {
  it('come from its last part', () => {
    expect(wordsOfAddress('/guide/questions/What-is_FHIR.html')).toBe('What is FHIR');
  });

  it('are safe for any URL', () => {
    expect(wordsOfAddress('/%E0%A4%A/')).toBe('E0 A4 A');
    expect(wordsOfAddress('/<script>/')).toBe('script');
    expect(wordsOfAddress('/')).toBe('');
    expect(wordsOfAddress(`/${'a'.repeat(5000)}/`)).toHaveLength(80);
  });
});
