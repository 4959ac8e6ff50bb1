import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/integrations/offline.ts';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { startClock } from '../practice/practice-steps.ts';
import { level } from '../sets/set-steps.ts';
import { itNightly } from '../support/it-nightly.ts';
import { first, second, smallSite, versionOf, visit } from './offline-steps.ts';
import { goOver, line, openNote, search, stored, update, useVisits } from './update-steps.ts';

/** Matches the pages that a reader with an unfinished answer needs. */
const withPractice = new RegExp(
  `^(404|index|((offline|practice|questions/(${first}|${second}))/index))\\.html$`,
);

const visits = useVisits();

describe('a newer version of the guide', () => {
  it('waits, says so, and takes over with consent; unfinished work stays', async () => {
    const [before = '', after = ''] = await Promise.all(
      ['A', 'B'].map((letter) => smallSite({ letter, pages: withPractice })),
    );
    await visits.startNew();
    await visits.host.deploy(before);
    const reading = await visit(visits.context, visits.site);
    await reading.goto(`${visits.site}questions/${first}/`);
    const practice = await visits.openTab(`practice/#1.level.${level}`);
    const room = practice.locator('practice-room[data-ready]');
    await room.waitFor();
    await startClock(practice);
    const answer = room.getByRole('textbox').first();
    await answer.fill('A version is a promise.');
    await visits.host.deploy(after);
    expect(await update(practice)).toBe('installed');
    await line(reading).getByText('A newer version of the guide is ready.').waitFor();
    expect(await faultsOf(reading, 'the line')).toEqual([]);
    await search(reading);
    await reading.goto(`${visits.site}questions/${second}/`);
    await line(reading).getByRole('button', { name: 'Later' }).click();
    await reading.goto(`${visits.site}questions/${first}/`);
    expect(await versionOf(reading)).toBe('A');
    expect(await line(reading).count()).toBe(0);
    await goOver(practice, 'Update now', 'B');
    await expect.poll(() => answer.inputValue()).toBe('A version is a promise.');
    // The other tab keeps working, even with code that it hasn't loaded yet.
    await line(reading).getByText('This page still works').waitFor();
    await openNote(reading);
    expect(await versionOf(reading)).toBe('A');
    await goOver(reading, 'Reload this page', 'B');
  });

  itNightly(
    'fetches only what is new, keeps a tab working that is two versions behind, and cleans up after the last one',
    async () => {
      const reading = await visits.visitAgain();
      const old = await visits.openTab(`questions/${first}/`);
      visits.host.requests.length = 0;
      await visits.host.deploy(visits.B);
      await reading.goto(visits.site);
      await goOver(reading, 'Update now', 'B');
      expect(visits.host.requests.filter((path) => /^(data|pagefind)\//.test(path))).toEqual([]);
      expect(visits.host.requests).toContain(`questions/${second}/`);
      await visits.host.deploy(visits.C);
      await reading.goto(`${visits.site}about/`);
      await goOver(reading, 'Update now', 'C');
      await openNote(old);
      await search(old);
      expect(await versionOf(old)).toBe('A');
      await old.close();
      await reading.close();
      for (const page of visits.context.pages()) await page.goto('about:blank');
      const next = await visits.openTab();
      expect(await versionOf(next)).toBe('C');
      const listed = listFiles(visits.C).precached.map(([url]) => url);
      await expect.poll(async () => (await stored(next)).files.sort()).toEqual(listed.sort());
    },
  );
});
