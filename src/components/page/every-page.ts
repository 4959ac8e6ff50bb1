/** The script on every page. It loads other code only when that is needed. */
import { todayInUtc } from '../../browser/clock.ts';
import { readStorage } from '../../browser/local-storage.ts';
import lateSheet from '../../styles/late.css?url';
import { element } from '../button.ts';
import { addCopyButtons } from '../copy-text/add-copy-buttons.ts';
import { listenForPagingKeys } from '../keys/paging-keys.ts';
import { watchLabs } from '../labs/watch-labs.ts';
import { registerWorker } from '../offline/register-worker.ts';
import { keepLinkedPlace, openLinkedPart } from '../question/parts-of-page.ts';
import { trackReadingPlace } from '../question/reading-place.ts';
import { SiteSearchElement } from '../search/open-search.ts';
import { QuestionToolsElement } from '../study/note-save-share/question-tools.ts';

customElements.define('site-search', SiteSearchElement);
customElements.define('question-tools', QuestionToolsElement);
// On study pages, the fragment holds state, so following the skip link would end a session.
document.querySelector('a[href="#_top"]')?.addEventListener('click', (event) => {
  const title = document.querySelector<HTMLElement>('#_top');
  if (title === null) return;
  event.preventDefault();
  title.tabIndex = -1;
  title.focus();
});
keepMenu();
listenForPagingKeys();
watchLabs();
const { code, label = '' } = document.querySelector<HTMLElement>('question-tools')?.dataset ?? {};
const scrollAgain = keepLinkedPlace();
const onload = (): void => {
  addCopyButtons();
  scrollAgain();
  if (code) showAnswer(code);
};
document.head.append(element('link', { rel: 'stylesheet', href: lateSheet, onload }));
if (code) {
  // The list of parts on phones shows this short name, because Starlight's list has no element for
  // it.
  document.documentElement.style.setProperty('--question-label', JSON.stringify(label));
  trackReadingPlace(code, label);
  openLinkedPart();
  showOverdue();
  // After answering, the reader may come back to a page that the browser kept in memory.
  addEventListener('pageshow', () => showAnswer(code));
}
void registerWorker();
for (const change of ['offline', 'online']) addEventListener(change, showConnection);
if (!navigator.onLine) showConnection();
const base = document.querySelector<HTMLElement>('.section-band')?.dataset['base'];
if (base) {
  withCode(import('../band/band-of-reader.ts'), ({ openReaderBand }) => openReaderBand(base));
}
if (readStorage('guide-marks')) {
  withCode(import('../marks/show-marks.ts'), ({ showMarks }) =>
    showMarks(document.querySelectorAll('nav, [data-question-list]')),
  );
}

/** Runs code that is loaded on demand. If it can't be loaded, the page works without it. */
function withCode<Code>(loading: Promise<Code>, run: (code: Code) => void): void {
  loading.then(run, () => {});
}

function showOverdue(): void {
  const note = document.querySelector<HTMLElement>('review-note');
  if (!note || todayInUtc() <= (note.dataset['reviewBy'] ?? '9999')) return;
  withCode(import('../sources/review-note.ts'), ({ showOverdueNotice }) => showOverdueNotice(note));
}

/**
 * Shows the reader's last answer, if there is one. To find out, it checks the marks, so that most
 * pages don't have to open the database.
 */
function showAnswer(code: string): void {
  const slug = location.pathname.split('/').findLast(Boolean);
  if (!readStorage('guide-marks')?.includes(` ${slug}:`)) return;
  withCode(import('../question/last-answer.ts'), ({ showLastAnswer }) => showLastAnswer(code));
}

/**
 * Keeps the sidebar a popover, for pages with nothing beside the text, such as the start page and
 * sessions. In windows that are at least 50em wide, Starlight's script would turn it into a column.
 */
function keepMenu(): void {
  // The first such element on the page is the menu's button.
  const menu = document.querySelector<HTMLButtonElement>('[popovertarget]')?.popoverTargetElement;
  if (!(menu instanceof HTMLElement)) return;
  const keep = (): void => {
    menu.popover = 'auto';
  };
  keep();
  // Starlight's listener was added first, so this one runs after it.
  matchMedia('(min-width: 50em)').addEventListener('change', keep);
}

function showConnection(): void {
  withCode(import('../offline/mark-links.ts'), ({ markLinks }) => markLinks());
}
