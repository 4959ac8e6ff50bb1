import { describe, expect, it } from 'vitest';
import { readHeadersFile } from '../../../tests/support/read-headers-file.ts';
import { canHaveType } from './content-types.ts';
import { writeHeadersFile } from './headers-file.ts';
import { cacheForever, headersFor, hostRules } from './host-rules.ts';
import { hostPolicy, pagePolicy, readInlineCode, withPolicy } from './policy.ts';

describe('the policies', () => {
  it('allow only our own host and known inline code', () => {
    const hashes = { scripts: ['sha256-a'], styles: ['sha256-b'] };
    for (const policy of [pagePolicy(hashes, true), hostPolicy(hashes.scripts)]) {
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-a';");
      expect(policy).not.toMatch(/script-src[^;]*unsafe-inline|https?:/);
    }
    expect(pagePolicy(hashes, true)).toContain("style-src 'self' 'sha256-b';");
  });

  it('allow WebAssembly where there is search', () => {
    const hashes = { scripts: [], styles: [] };
    expect(pagePolicy(hashes, true)).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(pagePolicy(hashes, false)).toContain("script-src 'self';");
  });

  it('come before what they control in a page', () => {
    const page = '<head><meta charset="utf-8"/><script>x</script></head>';
    expect(withPolicy(page, 'p')).toMatch(/charset="utf-8"\/><meta http-equiv=[^>]*><script>/);
    expect(() => withPolicy('<head></head>', 'p')).toThrow('no <meta charset');
  });
});

describe('the content type', () => {
  it.each([
    ['_astro/a.js', 'text/javascript; charset=utf-8', true],
    ['_astro/a.js', 'application/javascript', true],
    ['_astro/a.js', 'text/html', false],
    ['_astro/a.js', 'text/plain', false],
    ['labs/index.html', 'text/html;charset=UTF-8', true],
    ['labs/index.html', 'text/plain', false],
    ['print.css', 'text/css', true],
    ['print.css', null, false],
    ['data/study.json', 'application/json', true],
    ['data/study.json', 'text/plain', true],
    ['data/study.json', 'text/html; charset=utf-8', false],
    ['pagefind/a.pf_fragment', null, true],
  ])('of %s can be %s: %s', (file, type, can) => {
    expect(canHaveType(file, type)).toBe(can);
  });
});

describe('inline code', () => {
  it('is scripts and styles, each listed once, without data', () => {
    expect(
      readInlineCode(
        '<style>a{}</style><script>b</script><script>b</script><script src="c.js"></script>' +
          '<script type="application/ld+json">{}</script><script type="module">d</script>',
      ),
    ).toEqual({ scripts: ['b', 'd'], styles: ['a{}'] });
  });

  it.each([
    ['before the page text', '<head><style>a</style><script>b</script ></head><p>c</p>'],
    ['after it', '<p>c</p><STYLE>a</STYLE><p>c</p><script>b</script>'],
    ['even if it isn’t closed', '<style>a</style><p>c</p><script>b'],
  ])('is found %s', (_, html) => {
    expect(readInlineCode(html)).toEqual({ scripts: ['b'], styles: ['a'] });
  });
});

describe('the headers file', () => {
  const rules = hostRules('/guide/', ['sha256-a']);

  it('reads back as it was written', () => {
    expect(readHeadersFile(writeHeadersFile(rules))).toEqual(rules);
  });

  it('caches hashed files and revalidates all others', () => {
    const cached = (path: string): string | undefined =>
      new Map(headersFor(path, rules)).get('Cache-Control');
    expect(cached('/guide/_astro/page.abc.js')).toBe(cacheForever);
    expect(cached('/guide/questions/what-is-fhir/')).toBe('no-cache');
  });

  it('is refused if a host wouldn’t accept it', () => {
    const many = Array.from({ length: 60 }, (_, index) => `sha256-${'x'.repeat(43)}${index}`);
    expect(() => writeHeadersFile(hostRules('/', many))).toThrow('hosts accept 2000');
  });
});
