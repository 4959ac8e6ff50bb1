import { globSync, readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { levels } from '../../src/guide-settings.ts';
import { sampled } from '../support/sampled.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  // In addition to the standard rules, every referenced id must exist, and every picture must have
  // alternative text.
  rules: { 'no-missing-references': 'error', 'wcag/h37': 'error' },
});

async function errorsIn(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(
      ({ line, column, message, ruleId }) => `${file}:${line}:${column}  ${message} (${ruleId})`,
    );
}

describe('the HTML of pages', () => {
  /** Pages by the name of their top-level folder. */
  const pages = Object.groupBy(
    // Print pages are excluded, because the validator needs 200 bytes of memory per character and
    // these pages only repeat the questions.
    globSync('**/*.html', { cwd: 'dist', exclude: ['print', 'pagefind'] }),
    (file) => file.split('/')[0] ?? '',
  );

  it.each(Object.entries(pages))('is valid: %s', async (_, files = []) => {
    for (const file of sampled(files, 3)) {
      expect(await errorsIn(readFileSync(`dist/${file}`, 'utf8'), file)).toEqual([]);
    }
  });

  it('has only the parts’ own headings at the level that the list of parts follows', () => {
    const files = globSync('questions/*/index.html', { cwd: 'dist' });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const html = readFileSync(`dist/${file}`, 'utf8');
      const bodies = html.split('class="part-body"').slice(1);
      const ends = bodies.map((body) => body.slice(0, body.indexOf('</details>')));
      expect(ends.filter((body) => /<h[23]\b/.test(body))).toEqual([]);
    }
  });

  it('is valid on a print page', async () => {
    const file = `print/${levels[0].id}/index.html`;
    expect(await errorsIn(readFileSync(`dist/${file}`, 'utf8'), file)).toEqual([]);
  });

  it.each([
    ['a tag that is not closed', '<div><span>x</div>', 'close-order'],
    ['an id twice', '<p id="a">x</p><p id="a">y</p>', 'no-dup-id'],
    ['a label for nothing', '<label for="none">x</label>', 'no-missing-references'],
    ['a picture without alternative text', '<img src="../a.png">', 'wcag/h37'],
  ])('isn’t valid with %s', async (_, body, rule) => {
    const errors = await errorsIn(body, 'a page');
    expect(errors.join('\n')).toMatch(new RegExp(`^a page:1:\\d+ {2}.*\\(${rule}\\)`));
  });
});
