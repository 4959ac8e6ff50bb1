import { expect, it } from 'vitest';
import { counted, escapeHtml, escapeXml } from './text.ts';

it('escapes what ends a text or an attribute in HTML', () => {
  expect(escapeHtml('</title><b a="&">')).toBe('&lt;/title&gt;&lt;b a=&quot;&amp;&quot;&gt;');
  expect(escapeHtml('It’s plain.')).toBe('It’s plain.');
});

it('counts in words', () => {
  expect([0, 1, 2].map((count) => counted(count, 'note'))).toEqual([
    '0 notes',
    '1 note',
    '2 notes',
  ]);
  expect(counted(2, 'note is', 'notes are')).toBe('2 notes are');
});

it('escapes text for XML, without characters that XML forbids', () => {
  expect(escapeXml('<a b="c">\u0000&')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;');
});
