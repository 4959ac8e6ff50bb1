import { describe, expect, it } from 'vitest';
import { duration, jsonLd } from './structured-data.ts';

describe('structured data', () => {
  it('can’t close the element that contains it', () => {
    const data = { '@type': 'Question', name: '</script><!--<script>' };
    const text = jsonLd(data);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual(data);
  });

  it.each([
    [2, 'PT2M'],
    [2.5, 'PT2M30S'],
    [75, 'PT75M'],
  ])('writes %d minutes as %s', (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });
});
