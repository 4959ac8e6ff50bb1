import { readPage } from '../../browser/read-page.ts';
import { element } from '../button.ts';
import { showMarks } from '../marks/show-marks.ts';

/** Lists the questions of a level above the link to its page. @throws if that can't be loaded */
export async function listLevel(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`${link.href} answered ${response.status}.`);
  const page = readPage(await response.text());
  const questions = page.querySelectorAll<HTMLAnchorElement>('[data-question-list] a[data-label]');
  const items = [...questions].map((question) => {
    const { pathname, dataset } = question;
    return element('li', {}, element('a', { href: pathname }, dataset.label ?? ''));
  });
  showMarks(items);
  link.closest('li')?.before(...items);
}
