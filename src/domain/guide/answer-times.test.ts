import { describe, expect, it } from 'vitest';
import { timeParagraphs } from './answer-times.ts';

const spoken = { short: 'a b', seconds: 100, isStory: false };

describe('the times in a model answer', () => {
  it('follow from the shares of the words, after the position, to five seconds', () => {
    const { html, starts } = timeParagraphs('<p>c d e f</p>\n<p>g h i j</p>', spoken);
    expect(html).toBe('<p data-time="0:20">c d e f</p>\n<p data-time="1:00">g h i j</p>');
    expect(starts).toEqual([20, 60]);
    expect(timeParagraphs('<p>c</p><p>d</p>', { ...spoken, seconds: 90 }).starts).toEqual([45, 70]);
  });

  it('count words as spoken, and neither markup nor the numbers of citations', () => {
    const cite = '<sup class="cite">\n<a href="#source-1" aria-label="Source 1">1</a></sup>';
    const { starts } = timeParagraphs(`<p>c <b>d</b>${cite}</p><p>e f</p>`, spoken);
    expect(starts).toEqual([35, 65]);
    expect(timeParagraphs('<p>50% off</p><p>c d e</p>', spoken).starts).toEqual([25, 65]);
  });

  it('are only in the example of a story, not in the advice around it', () => {
    const advice = '<p><strong>An example.</strong></p>\n';
    const after = '</blockquote>\n<h3>Build your own</h3><ol><li>Which?</li></ol><p>x y z</p>';
    const { html, starts } = timeParagraphs(`${advice}<blockquote>\n<p>c d</p><p>e f</p>${after}`, {
      ...spoken,
      isStory: true,
    });
    expect(starts).toEqual([35, 65]);
    expect(html).toBe(
      `${advice}<blockquote>\n<p data-time="0:35">c d</p><p data-time="1:05">e f</p>${after}`,
    );
  });

  it('keep what is before the first paragraph, which is spoken too', () => {
    const list = '<ul><li>c d</li></ul>';
    const { html, starts } = timeParagraphs(`${list}<p>e f g h</p>`, spoken);
    expect(starts).toEqual([50]);
    expect(html).toBe(`${list}<p data-time="0:50">e f g h</p>`);
  });

  it('aren’t needed without words', () => {
    expect(timeParagraphs('', spoken)).toEqual({ html: '', starts: [] });
  });
});
