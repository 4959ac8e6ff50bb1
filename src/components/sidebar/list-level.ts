import { readPage } from '../../browser/read-page.ts';
import { showMarks } from '../marks/show-marks.ts';

/** Lists the questions of a level above the link to its page. @throws if that can't be loaded */
export async function listLevel(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`${link.href} answered ${response.status}.`);
  const page = readPage(await response.text());
  const questions = page.querySelectorAll<HTMLAnchorElement>('[data-question-list] a[data-label]');
  const items = [...questions].map(({ href, dataset }) => {
    const item = document.createElement('li');
    const anchor = document.createElement('a');
    anchor.href = new URL(href).pathname;
    anchor.textContent = dataset.label ?? '';
    item.append(anchor);
    return item;
  });
  showMarks(items);
  link.closest('li')?.before(...items);
}
