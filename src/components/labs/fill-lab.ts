import { adoptStyles } from '../study/base/adopt-styles.ts';
import type { Lab } from './lab.ts';
import { labBody } from './lab-body.ts';
import shared from './labs.css?inline';

const styles = import.meta.glob<string>('./*/lab.css', { query: '?inline', import: 'default' });

/** Puts the lab where a page has only its words. The link to the lab's own page stays below it. */
export async function fillLab(host: HTMLElement, lab: Lab): Promise<void> {
  const own = await styles[`./${lab.id}/lab.css`]?.();
  keepInView(document.activeElement, () => {
    adoptStyles(shared + (own ?? ''));
    host.classList.add('lab', 'not-content');
    for (const words of host.querySelectorAll(':scope > :not([data-onward])')) words.remove();
    // Markup of our own, with every text escaped.
    host.insertAdjacentHTML('afterbegin', labBody(lab).text);
  });
}

/** Does something that may push what has the focus out of sight, for who came faster than the lab. */
function keepInView(focused: Element | null, change: () => void): void {
  const top = focused === document.body ? undefined : focused?.getBoundingClientRect().top;
  const isInView = top !== undefined && top >= 0 && top < innerHeight;
  change();
  if (isInView) focused?.scrollIntoView({ block: 'nearest' });
}
