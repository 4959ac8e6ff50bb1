import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMockLink } from '../../../src/domain/mock/mock-link.ts';
import { startChromium } from '../../engines/chromium.ts';
import { type Engine, Reader } from '../../engines/engine.ts';
import { startFirefox } from '../../engines/firefox.ts';
import { startWebKit } from '../../engines/webkit.ts';
import { siteStoring, useFolder } from '../../offline/offline-steps.ts';
import { ensureFirefox, findFirefox, hasWebKit } from '../../support/find-tools.ts';
import { studyData } from '../../support/guide-data.ts';
import { itNightly } from '../../support/it-nightly.ts';
import { isFullSweep } from '../../support/sampled.ts';
import { type Served, serveSite } from '../../support/serve-site.ts';

const study = studyData('dist');
const [first, second, third] = study.questions;
if (!first || !second || !third) throw new Error('The guide has fewer than three questions.');
const codes = [first.code, second.code, third.code];
const mock = writeMockLink({
  minutes: 10,
  contentVersion: study.contentVersion,
  codes,
});

const offlinePages = new RegExp(
  `^(404|(offline|practice|labs/threshold|questions/${third.slug})/index)\\.html$`,
);

const engines = [
  // Chromium runs the flows only in a full sweep, because most other tests run in it anyway.
  ...(isFullSweep ? [{ name: 'Chromium', start: startChromium, isThere: true, missing: '' }] : []),
  {
    name: 'Firefox',
    start: () => startFirefox(ensureFirefox()),
    isThere: findFirefox() !== undefined,
    missing: 'firefox-esr',
  },
  {
    name: 'WebKitGTK',
    start: startWebKit,
    isThere: hasWebKit(),
    missing: 'webkitgtk-webdriver, xvfb, and xauth',
  },
];

useFolder();
let dist: string;
beforeAll(async () => {
  // Only a full sweep stores the whole guide here. On each commit, tests/offline/offline.test.ts
  // does that.
  dist = isFullSweep ? 'dist' : await siteStoring(offlinePages);
});

// On each commit, Firefox runs one half of the flows and WebKit the other, both with a connection.
// In a full sweep, each engine runs all of them. Each engine has its own port, because a worker
// controls a whole origin.
describe.each(engines)('$name', ({ name, start, isThere, missing }) => {
  if (!isThere) {
    it.skip(`is not on this machine: install ${missing}`);
    return;
  }
  let served: Served;
  let engine: Engine | undefined;
  let reader: Reader;

  beforeAll(async () => {
    served = await serveSite({ dist, port: 5200 + 10 * name.length });
    engine = await start();
    reader = new Reader(engine, served.address);
  });
  afterAll(async () => {
    await engine?.close();
    // The flow without a connection may have stopped the server already.
    await served.close().catch(() => {});
  });

  if (isFullSweep || name === 'Firefox') {
    it('a question opens, and a term shows its definition', async () => {
      await reader.open(`questions/${first.slug}/`);
      expect(await reader.text('h1')).toContain(first.title);
      await reader.click('details[data-part=hint] > summary');
      await reader.click('details[data-part=hint][open] button[popovertarget]');
      const box = await reader.waitFor(() => {
        const found = document.querySelector(':popover-open')?.getBoundingClientRect();
        return found && { left: found.left, right: innerWidth - found.right, width: found.width };
      });
      expect(box?.width).toBeGreaterThan(200);
      expect(Math.min(box?.left ?? -1, box?.right ?? -1)).toBeGreaterThanOrEqual(0);
      await reader.press('Escape');
      await reader.waitFor(
        () =>
          document.querySelector(':popover-open') === null &&
          document.activeElement?.hasAttribute('popovertarget'),
      );
    });

    it('search finds by keyboard, despite a typo, and opens a page', async () => {
      await reader.press('Control+k');
      await reader.waitFor(() => document.activeElement?.matches('dialog[open] input'));
      await reader.press(...'hippa');
      await reader.waitFor(() =>
        document.querySelector('dialog[open] [role=option]')?.textContent?.includes('HIPAA'),
      );
      const { pathname } = new URL(`questions/${first.slug}/`, reader.site);
      await reader.press('ArrowDown', 'Enter');
      await reader.waitFor((before) => location.pathname !== before, pathname);
      expect(await reader.text('h1')).not.toMatch(/not found/i);
    });

    it('the search page lists results', async () => {
      await reader.open('search/?q=drift');
      await reader.waitFor(() => document.querySelectorAll('main ol.results a').length > 2);
      expect(await reader.text('main ol.results')).toMatch(/drift/i);
    });

    it('a set opens by its link', async () => {
      await reader.open(`set/#1.${codes.join('')}`);
      await reader.waitFor(
        (title) => document.querySelector('set-room[data-ready]')?.textContent?.includes(title),
        second.title,
      );
    });

    it('two terms are practiced by keyboard', async () => {
      await reader.open('practice/#1.terms.new');
      await reader.waitFor(() => document.querySelector('practice-room[data-ready]') !== null);
      await reader.waitFor(() => document.querySelector('.flashcard') !== null);
      for (const _ of [1, 2]) {
        const term = await reader.text('.flashcard h2');
        const front = await reader.text('.flashcard');
        await reader.press('Space');
        await reader.waitFor(
          (length) => (document.querySelector('.flashcard')?.textContent?.length ?? 0) > length,
          front.length + 20,
        );
        await reader.press('3');
        await reader.waitFor((before) => {
          const next = document.querySelector('.flashcard h2')?.textContent;
          return next != null && !next.includes(before);
        }, term);
      }
    });
  }

  if (isFullSweep || name !== 'Firefox') {
    it('a mock interview begins', async () => {
      await reader.open(`mock/#${mock}`);
      await reader.waitFor(() => document.querySelector('mock-room[data-ready]') !== null);
      await reader.click('mock-room button.primary');
      await reader.waitFor(
        (title) => document.querySelector('mock-room')?.textContent?.includes(title),
        first.title,
      );
    });

    it('a lab answers its slider', async () => {
      await reader.open('labs/threshold/');
      await reader.waitFor(() => document.querySelector('guide-lab[data-ready]') !== null);
      const before = await reader.text('guide-lab');
      await reader.run(() =>
        document.querySelector<HTMLElement>('guide-lab input[type=range]')?.focus(),
      );
      await reader.press(...Array<string>(6).fill('ArrowRight'));
      await reader.waitFor(
        (text) =>
          document
            .querySelector<HTMLElement>('guide-lab')
            ?.textContent.replace(/\s+/g, ' ')
            .trim() !== text,
        before,
      );
    });

    it('the dark theme persists', async () => {
      await reader.open('about/');
      await reader.run(() => {
        const select = document.querySelector<HTMLSelectElement>('starlight-theme-select select');
        if (select) select.value = 'dark';
        select?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await reader.open(`questions/${second.slug}/`);
      const [red = 255] =
        (await reader.run(() =>
          getComputedStyle(document.documentElement)
            .backgroundColor.match(/[\d.]+/g)
            ?.map(Number),
        )) ?? [];
      expect(await reader.run(() => document.documentElement.dataset['theme'])).toBe('dark');
      expect(red).toBeLessThan(128);
    });
  }

  itNightly('everything works without a connection', async () => {
    await reader.waitFor(() => navigator.serviceWorker.controller !== null);
    await served.close();
    await reader.open(`questions/${third.slug}/`);
    expect(await reader.text('h1')).toContain(third.title);
    await reader.press('Control+k');
    await reader.waitFor(() => document.activeElement?.matches('dialog[open] input'));
    await reader.press(...'kappa');
    await reader.waitFor(() => document.querySelector('dialog[open] [role=option]') !== null);
    for (const [path, element] of [
      ['practice/', 'practice-room[data-ready]'],
      ['labs/threshold/', 'guide-lab[data-ready]'],
    ] as const) {
      await reader.open(path);
      await reader.waitFor((selector) => document.querySelector(selector) !== null, element);
    }
    await reader.open('no/such/page/');
    expect(await reader.text('h1')).toMatch(/not found|no page/i);
  });

  it('there are no errors or policy violations', async () => {
    await reader.noteFaults();
    expect(reader.faults).toEqual([]);
  });
});
