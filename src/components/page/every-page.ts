/**
 * The one script of reading pages. It holds what answers the first touch; what is met only later
 * comes with the first move (`first-move.ts`), and whatever an element then needs is loaded by itself.
 */
import { keptText } from '../../browser/kept-text.ts';
import { listenForPageKeys } from '../keys/page-keys.ts';
import { SiteSearchElement } from '../search/site-search.ts';
import { QuestionToolsElement } from '../study/question-tools/question-tools.ts';
import { wireThemeSelect } from '../theme/theme.ts';
import { awaitMove } from './await-move.ts';
import { keepOffline } from './keep-offline.ts';

customElements.define('site-search', SiteSearchElement);
customElements.define('question-tools', QuestionToolsElement);
// The frame (`Page.astro`) has it on each page.
wireThemeSelect(document.querySelector('.theme select') as HTMLSelectElement);
listenForPageKeys();
awaitMove();
void keepOffline();
if (keptText('guide-marks')) {
  void import('../marks/show-marks.ts').then(
    ({ showMarks }) => showMarks(document.querySelectorAll('.side, [data-question-list]')),
    () => {},
  );
}
