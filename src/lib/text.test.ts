import { expect, it } from 'vitest';
import { escapeHtml } from './text.ts';

it('escapes what ends a text or an attribute in HTML', () => {
  expect(escapeHtml('</title><b a="&">')).toBe('&lt;/title&gt;&lt;b a=&quot;&amp;&quot;&gt;');
  expect(escapeHtml('It’s plain.')).toBe('It’s plain.');
});
