import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import type { QuestionsData } from '../../src/domain/export/data-json.ts';
import { allCards } from '../../src/domain/previews/card.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk, questionsData, studyData } from '../support/guide-data.ts';
import { pageHeads } from '../support/page-heads.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const guide = guideOnDisk();
const { labs } = guide;
const cards = [...allCards(guide, labs)];
const sites = [
  { name: 'at the root', dist: 'dist', base: '/' },
  { name: 'below a base path', dist: 'dist-guide', base: '/guide/' },
];
const origin = 'http://localhost:4321';

/** Returns the name of the preview image for each page that has its own. */
function ownImages(
  questions: QuestionsData['questions'],
  learningPaths: readonly { readonly id: string }[],
): Map<string, string> {
  return new Map([
    ...questions.map(({ slug, code }) => [`questions/${slug}/`, `q-${code}`] as const),
    ...questions.map(({ level }) => [`levels/${level}/`, `level-${level}`] as const),
    ...learningPaths.map(({ id }) => [`paths/${id}/`, `path-${id}`] as const),
    ...labs.map(({ id }) => [`labs/${id}/`, `lab-${id}`] as const),
  ]);
}

describe.each(sites)('the head of each page $name', ({ dist, base }) => {
  const heads = pageHeads(dist);
  const byPath = new Map(heads.map((head) => [head.path, head]));
  const { questions } = questionsData(dist);
  const images = ownImages(questions, studyData(dist).learningPaths);

  it('has the metadata for chat apps once, with an existing image', () => {
    for (const { path, meta, canonical } of heads) {
      // Pages at old and short URLs have the image of the page to which they lead.
      const own = canonical[0]?.slice((origin + base).length) ?? path;
      const image = `${origin}${base}previews/${images.get(own) ?? 'guide'}.png`;
      expect(meta.get('og:image'), path).toEqual([image]);
      expect(existsSync(image.replace(origin + base, `${dist}/`)), image).toBe(true);
      expect(meta.get('og:image:width'), path).toEqual(['1200']);
      expect(meta.get('og:image:height'), path).toEqual(['630']);
      expect(meta.get('og:type'), path).toEqual([image.includes('/q-') ? 'article' : 'website']);
      expect(meta.get('twitter:card'), path).toEqual(['summary_large_image']);
      for (const name of ['og:title', 'og:description', 'og:image:alt', 'og:site_name']) {
        expect(meta.get(name), `${path} ${name}`).toEqual([expect.stringMatching(/\S/)]);
      }
      expect(meta.get('description'), path).toEqual(meta.get('og:description'));
      expect(meta.get('og:url') ?? [], path).toEqual(canonical);
      // The 404 pages have no URL.
      expect(canonical, path).toHaveLength(path === '404' || path === 'offline/not-found/' ? 0 : 1);
    }
    expect(heads.length).toBeGreaterThan(images.size);
  });

  it('describes what the page of a question contains, also behind its short link', () => {
    for (const { slug, code, title, summary } of questions) {
      for (const path of [`questions/${slug}/`, `q/${code}/`]) {
        const head = byPath.get(path);
        expect(head?.meta.get('og:title'), path).toEqual([title]);
        expect(head?.meta.get('og:description'), path).toEqual([summary]);
        expect(head?.meta.get('og:image:alt')?.[0], path).toContain(title);
        expect(head?.canonical, path).toEqual([`${origin}${base}questions/${slug}/`]);
      }
    }
  });
});

describe('preview images', () => {
  it('are PNG of 1200 by 630 in less than 300 kB, with the color and position of their level', async () => {
    const { page } = await open({ colorScheme: 'light' });
    await page.goto(inject('rootSite'));
    // The first of the two colors is for the light theme.
    const css = ['level-colors', 'tokens'].map((name) =>
      readFileSync(`src/styles/${name}.css`, 'utf8'),
    );
    const colors = guide.levels.map(({ id }) => {
      const pattern = `(?:--level-${id}|[.]level-${id} {[^}]*--level)`;
      const [, color] =
        new RegExp(`${pattern}: light-dark[(](#\\w{6})`).exec(css.join()) ??
        /--accent: light-dark\((#\w{6})/.exec(css.join()) ??
        [];
      return color;
    });
    for (const { name } of cards) {
      expect(statSync(`dist/previews/${name}.png`).size, name).toBeLessThan(300_000);
    }
    for (const { name, level } of sampled(cards, 12)) {
      const { type, width, height, places } = await page.evaluate(lookAt, [
        `/previews/${name}.png`,
        colors.length,
      ] as const);
      expect({ type, width, height }, name).toEqual({
        ...{ type: 'image/png', width: 1200, height: 630 },
      });
      const wide = colors.map((color, at) => (guide.levels[at]?.id === level ? color : '#f3f6f6'));
      expect(places, name).toEqual(wide);
    }
  });

  it('of another guide have the colors of its levels, and the accent where there are none', async () => {
    const { page } = await open({ colorScheme: 'light' });
    await page.goto(inject('baseSite'));
    const colorAt = async (level: string, place: number) =>
      (await page.evaluate(lookAt, [`/guide/previews/level-${level}.png`, 4] as const)).places[
        place
      ];
    expect(await colorAt('first-week', 0)).toBe('#7a3410');
    expect(await colorAt('own-work', 3)).toBe('#00616a');
  });

  it('use no character that their font lacks', () => {
    const font = JSON.parse(
      readFileSync('node_modules/@fontsource/inter/unicode.json', 'utf8'),
    ) as { latin: string };
    const ranges = font.latin
      .split(',')
      .map((range) => range.slice(2).split('-'))
      .map(([first = '', last = first]) => [Number(`0x${first}`), Number(`0x${last}`)] as const);
    const lacks = (character: string): boolean => {
      const code = character.codePointAt(0) ?? 0;
      return !ranges.some(([first, last]) => first <= code && code <= last);
    };
    for (const { name, title, text } of cards) {
      expect([...(title + text)].filter(lacks), name).toEqual([]);
    }
  });
});

/** Reads an image in the browser, and returns its format and its color at each level's position. */
async function lookAt([address, count]: readonly [address: string, count: number]) {
  const response = await fetch(address);
  const bitmap = await createImageBitmap(await response.blob());
  const { width, height } = bitmap;
  const pen = new OffscreenCanvas(width, 1).getContext('2d');
  pen?.drawImage(bitmap, 0, 24, width, 1, 0, 0, width, 1);
  const row = pen?.getImageData(0, 0, width, 1).data ?? [];
  const places = Array.from({ length: count }, (_, place) => {
    const middle = Math.round(((place + 0.5) * width) / count);
    const [red = 0, green = 0, blue = 0] = row.slice(4 * middle);
    return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
  });
  return { type: response.headers.get('content-type'), width, height, places };
}
