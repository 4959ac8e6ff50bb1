import { describe, expect, it } from 'vitest';
import { loadFrameScriptLate } from './frame-script.ts';

const tag = '<script type="module" src="/guide/_astro/Page.a1B-2.js"></script>';

describe('the script of the page frame', () => {
  it('is loaded after the page', () => {
    const html = loadFrameScriptLate(`<site-search></site-search>${tag}`);
    expect(html).toContain('<script data-src="/guide/_astro/Page.a1B-2.js">');
    expect(html).not.toContain('type="module"');
  });

  it('leaves pages without the frame, and other scripts, as they are', () => {
    const page = '<main></main><script type="module" src="/_astro/practice.x.js"></script>';
    expect(loadFrameScriptLate(page)).toBe(page);
  });

  it.each([
    ['none', '<site-search></site-search>'],
    ['two', `<site-search></site-search>${tag}${tag}`],
    ['one without the frame', tag],
    ['another form', '<site-search></site-search><script defer src="/_astro/Page.x.js"></script>'],
  ])('is an error: %s', (_, html) => {
    expect(() => loadFrameScriptLate(html)).toThrow('Expected one script tag for the page frame');
  });
});
