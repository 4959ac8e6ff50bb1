import { describe, expect, it } from 'vitest';
import { writeComparisonLink } from '../../src/domain/mock/mock-link.ts';
import { looks } from '../axe-steps.ts';
import { useBrowser } from '../browser.ts';
import {
  askingRun,
  faultsUnfolded,
  linkOf,
  openMockPage,
  raterCode,
  score,
  study,
} from '../mock-steps.ts';
import { storeFirst } from '../stored-records.ts';

const open = useBrowser();
const link = linkOf();

describe('each screen of the mock interview that has the parts of others is accessible and fits', () => {
  it.each(looks)('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    await openMockPage(page, `?as=observer#${writeComparisonLink(link, [raterCode(5)])}`);
    const faults = await faultsUnfolded(page, 'comparison of onlookers');
    await openMockPage(page, `?as=interviewer#${link}`);
    await score(page, [1]);
    faults.push(...(await faultsUnfolded(page, 'scorecard')));
    await openMockPage(page, '#1.nothing');
    faults.push(...(await faultsUnfolded(page, 'a link that leads nowhere')));
    await storeFirst(page, 'mock', JSON.stringify(askingRun()));
    await openMockPage(page, `?#${linkOf({ questions: study.questions.slice(5, 6) })}`);
    faults.push(...(await faultsUnfolded(page, 'another unfinished')));
    expect(faults).toEqual([]);
  });
});
