import { adoptStyles } from '../study/base/adopt-styles.ts';
import type { Lab } from './lab.ts';
import { labBody } from './lab-body.ts';
import shared from './labs.css?inline';

const styles = import.meta.glob<string>('./*/lab.css', { query: '?inline', import: 'default' });

export async function fillLab(host: HTMLElement, lab: Lab): Promise<void> {
  const own = await styles[`./${lab.id}/lab.css`]?.();
  adoptStyles(shared + (own ?? ''));
  host.classList.add('lab', 'not-content');
  // Markup of our own, with every text escaped.
  host.innerHTML = labBody(lab).text;
}
