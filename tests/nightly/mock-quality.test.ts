import { describe, expect, it } from 'vitest';
import { looks } from '../accessibility/axe-steps.ts';
import {
  askingRun,
  faultsUnfolded,
  linkOf,
  lock,
  openMockPage,
  press,
  score,
  study,
} from '../mock/mock-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { storeFirst } from '../support/stored-records.ts';

const open = useBrowser();

describe('each screen of the mock interview is accessible and fits', () => {
  it.each(looks)('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    const faults: string[] = [];
    const look = async (screen: string): Promise<void> => {
      faults.push(...(await faultsUnfolded(page, screen)));
    };
    await openMockPage(page, `#${linkOf()}.x`);
    await look('first screen');
    await press(page, 'Start the interview');
    await look('asking');
    await press(page, 'Finish');
    await look('a question before it finishes');
    await press(page, 'Finish now');
    await score(page, [2, 5]);
    await look('scoring');
    await lock(page);
    await look('result');
    await openMockPage(page);
    await look('create, with past ones');
    expect(faults).toEqual([]);
  });
});

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
