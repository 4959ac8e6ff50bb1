/**
 * The script of reading pages. Other code is loaded when an element first needs it.
 */
import { readStorage } from '../../browser/local-storage.ts';
import lateSheet from '../../styles/late.css?url';
import { element } from '../button.ts';
import { addCopyButtons } from '../copy-text/add-copy-buttons.ts';
import { listenForPagingKeys } from '../keys/paging-keys.ts';
import { watchLabs } from '../labs/watch-labs.ts';
import { registerWorker } from '../offline/register-worker.ts';
import { markSeenParts } from '../question/mark-parts.ts';
import { openLinkedPart } from '../question/open-part.ts';
import { trackReadingPlace } from '../question/reading-place.ts';
import { SiteSearchElement } from '../search/open-search.ts';
import { showOverdueNotice } from '../sources/review-note.ts';
import { QuestionToolsElement } from '../study/question-tools/question-tools.ts';

customElements.define('site-search', SiteSearchElement);
customElements.define('question-tools', QuestionToolsElement);
// On study pages the fragment is state: following the skip link's would end a session.
document.querySelector('a[href="#_top"]')?.addEventListener('click', (event) => {
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
  openLinkedPart();
  markSeenParts();
  showOverdueNotice();
}
void registerWorker();
if (readStorage('guide-marks')) {
  void import('../marks/show-marks.ts').then(
    ({ showMarks }) => showMarks(document.querySelectorAll('nav, [data-question-list]')),
    () => {},
  );
}
