/**
 * The one script of reading pages; a built page loads it after its `load` event
 *. Other code is loaded when an element first needs it.
 */
import { readStorage } from '../../browser/local-storage.ts';
import lateSheet from '../../styles/late.css?url';
import { element } from '../button.ts';
import { addCopyButtons } from '../copy-text/add-copy-buttons.ts';
import { listenForPagingKeys } from '../keys/paging-keys.ts';
import { watchLabs } from '../labs/watch-labs.ts';
import { registerWorker } from '../offline/register-worker.ts';
import { markParts } from '../question/mark-parts.ts';
import { trackReadingPlace } from '../question/reading-place.ts';
import { SiteSearchElement } from '../search/open-search.ts';
import { wireMenu } from '../sidebar/wire-menu.ts';
import { showOverdueNotice } from '../sources/review-note.ts';
import { QuestionToolsElement } from '../study/question-tools/question-tools.ts';
import { wireThemeSelect } from '../theme/theme.ts';

customElements.define('site-search', SiteSearchElement);
customElements.define('question-tools', QuestionToolsElement);
// `Page.astro` puts these on each page.
wireThemeSelect(document.querySelector('.theme select') as HTMLSelectElement);
wireMenu(document.querySelector('#menu') as HTMLElement);
// On study pages the fragment is state: following the skip link's would end a session.
document.querySelector('.skip')?.addEventListener('click', (event) => {
  const title = document.querySelector<HTMLElement>('#_top');
  if (title === null) return;
  event.preventDefault();
  title.tabIndex = -1;
  title.focus();
});
listenForPagingKeys();
watchLabs();
document.head.append(
  element('link', { rel: 'stylesheet', href: lateSheet, onload: addCopyButtons }),
);
const { code } = document.querySelector<HTMLElement>('question-tools')?.dataset ?? {};
if (code !== undefined) {
  trackReadingPlace(code);
  markParts(document.querySelector('.on-page') as HTMLElement);
  showOverdueNotice();
}
void registerWorker();
if (readStorage('guide-marks')) {
  void import('../marks/show-marks.ts').then(
    ({ showMarks }) => showMarks(document.querySelectorAll('.side, [data-question-list]')),
    () => {},
  );
}
