/**
 * The one script of reading pages. It holds what answers the first touch; whatever an element then
 * needs is loaded by itself.
 */
import { keptText } from '../../browser/kept-text.ts';
import { CopyLinkElement, offerPartLinks } from '../copy-link/copy-link.ts';
import { listenForPageKeys } from '../keys/page-keys.ts';
import { watchLabs } from '../labs/watch-labs.ts';
import { SiteSearchElement } from '../search/site-search.ts';
import { wireMenu } from '../sidebar/wire-menu.ts';
import { QuestionToolsElement } from '../study/question-tools/question-tools.ts';
import { wireThemeSelect } from '../theme/theme.ts';
import { keepOffline } from './keep-offline.ts';

for (const [name, element] of Object.entries({
  'site-search': SiteSearchElement,
  'copy-link': CopyLinkElement,
  'question-tools': QuestionToolsElement,
})) {
  customElements.define(name, element);
}

// The frame (`Page.astro`) has both on each page.
wireThemeSelect(document.querySelector('.theme select') as HTMLSelectElement);
wireMenu(document.querySelector('#menu') as HTMLElement);
listenForPageKeys();
offerPartLinks();
watchLabs();
void keepOffline();
if (keptText('guide-marks')) {
  void import('../marks/show-marks.ts').then(
    ({ showMarks }) => showMarks(document.querySelectorAll('.side, [data-question-list]')),
    () => {},
  );
}
