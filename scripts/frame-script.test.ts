import { describe, expect, it } from 'vitest';
import { applyTheme } from '../src/components/theme/apply-theme.ts';
import { loadFrameScriptLate } from './frame-script.ts';

const theme = `<script>${applyTheme}</script>`;
const tag = '<script type="module" src="/guide/_astro/Page.a1B-2.js"></script>';
const frame = '<site-search></site-search>';

describe('the page frame’s script', () => {
  it('is combined with the theme script and loaded after the page', () => {
    const html = loadFrameScriptLate(`${theme}${frame}${tag}`);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain(`<script data-src="/guide/_astro/Page.a1B-2.js">${applyTheme}`);
    expect(html).not.toContain('type="module"');
  });

  it('doesn’t change pages without the frame, or other scripts', () => {
    const page = '<main></main><script type="module" src="/_astro/practice.x.js"></script>';
    expect(loadFrameScriptLate(page)).toBe(page);
  });

  it.each([
    ['none', theme + frame],
    ['two', theme + frame + tag + tag],
    ['one without the frame', tag],
    ['no theme', frame + tag],
    ['another form', `${theme}${frame}<script defer src="/_astro/Page.x.js"></script>`],
  ])('is an error: %s', (_, html) => {
    expect(() => loadFrameScriptLate(html)).toThrow('for the page frame');
  });
});
