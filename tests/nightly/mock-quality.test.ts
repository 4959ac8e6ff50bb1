import { describe, expect, it } from 'vitest';
import { looks } from '../accessibility/axe-steps.ts';
import { askingRun, faultsUnfolded, linkOf, openMockPage, study } from '../mock/mock-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { storeFirst } from '../support/stored-records.ts';

const open = useBrowser();

describe('each screen of the mock interview that has the parts of others is accessible and fits', () => {
  it.each(looks)('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    await openMockPage(page, '#1.nothing');
    const faults = await faultsUnfolded(page, 'a link that leads nowhere');
    await storeFirst(page, 'mock', JSON.stringify(askingRun()));
    await openMockPage(page, `?#${linkOf({ questions: study.questions.slice(5, 6) })}`);
    faults.push(...(await faultsUnfolded(page, 'another unfinished')));
    expect(faults).toEqual([]);
  });
});
