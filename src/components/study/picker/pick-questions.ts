import { html, nothing, render } from 'lit-html';
import { QuestionSets, setAddress } from '../../../browser/question-sets.ts';
import { StudyFiles } from '../../../browser/study-files.ts';
import { type Paths, pathsBelow } from '../../../domain/links/paths.ts';
import type { StudyData } from '../../../domain/practice/study-data.ts';
import {
  addToSet,
  draftName,
  removeFromSet,
  type SetLink,
  setIn,
} from '../../../domain/study-set/set-link.ts';
import { adoptStyles } from '../base/adopt-styles.ts';
import study from '../study.css?inline';
import picker from './picker.css?inline';
import '../../copy-text/copy-text-element.ts';

const links = '[data-question-list] > li > a, ol.results > li:not(.more) > a';

/**
 * Lets the reader select questions in all lists on the page, including lists that appear later. A
 * bar shows how many are in the set. Selecting ends when the signal aborts.
 * @param host the element whose button was pressed; its `data-base` is the site's base path
 */
export async function pickQuestions(host: HTMLElement, picking: AbortController): Promise<void> {
  adoptStyles(study, picker);
  const paths = pathsBelow(host.dataset['base'] ?? '/');
  const loaded = await new StudyFiles(paths.file('data/')).study();
  if (picking.signal.aborted) return;
  const bar = document.createElement('div');
  bar.className = 'picker-bar dock study not-content';
  document.querySelector('main')?.append(bar);
  picking.signal.addEventListener('abort', () => closeBar(host, bar));
  const done = () => picking.abort();
  if ('problem' in loaded) {
    const failed = html`<section class="row" aria-label="Your set">
      <p role="alert">${loaded.problem}</p>
      <button type="button" @click=${done}>Close</button>
    </section>`;
    render(failed, bar);
    return;
  }
  const sets = new QuestionSets(loaded.value.book);
  const boxes = boxesFor(loaded.value, (code, isIn) => {
    sets.changeDraft((set) => (isIn ? addToSet(set, code) : removeFromSet(set, code)));
    show();
  });
  const show = () => {
    boxes.show(sets.draft);
    render(pickerBar(sets, loaded.value, paths, done), bar);
  };
  sets.onElsewhere(show, picking.signal);
  const results = document.querySelector('ol.results');
  const observer = new MutationObserver(() => boxes.show(sets.draft));
  if (results !== null) observer.observe(results, { childList: true });
  picking.signal.addEventListener('abort', () => {
    observer.disconnect();
    boxes.remove();
  });
  show();
}

/**
 * Adds checkboxes beside links to questions.
 * @param tick called when the reader selects or deselects a question
 */
function boxesFor({ questions }: StudyData, tick: (code: string, isIn: boolean) => void) {
  const codes = new Map(questions.map(({ slug, code }) => [slug, code]));
  /** The checkbox for each link. Its value is the question's code. */
  const boxes = new Map<Element, HTMLInputElement>();
  const add = (link: HTMLAnchorElement): HTMLInputElement => {
    const slug = link.pathname.split('/').at(-2) ?? '';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = link.dataset['code'] ?? codes.get(slug) ?? '';
    box.className = 'picker-box';
    box.addEventListener('change', () => tick(box.value, box.checked));
    link.before(box);
    boxes.set(link, box);
    return box;
  };
  return {
    show(set: SetLink): void {
      for (const link of document.querySelectorAll<HTMLAnchorElement>(links)) {
        const box = boxes.get(link) ?? add(link);
        const title = (link.querySelector('strong') ?? link).textContent.trim();
        box.setAttribute('aria-label', `Add to ${draftName(set)}: ${title}`);
        box.checked = set.codes.includes(box.value);
      }
    },
    remove(): void {
      for (const box of boxes.values()) box.remove();
    },
  };
}

/** Removes the bar. If the focus would be lost, moves it to the button. */
function closeBar(host: HTMLElement, bar: HTMLElement): void {
  const isLost = document.activeElement?.closest('.picker-bar, .picker-box') != null;
  bar.remove();
  if (isLost) host.querySelector('button')?.focus();
}

function pickerBar(
  { draft, isSaved }: QuestionSets,
  { questions }: StudyData,
  paths: Paths,
  done: () => void,
) {
  const names = draft.codes.map((code) => {
    const question = questions.find((one) => one.code === code);
    return question?.label ?? question?.title ?? code;
  });
  const use = html`<a class="button primary" href=${paths.set}>Edit set</a>
    <copy-text data-text=${setAddress(setIn(draft), paths)} data-label="Copy link"></copy-text>`;
  return html`<section class="row" aria-label="Your set">
    <div>
      <p role="status">
        ${names.length === 0 ? 'Select the questions you want.' : html`${names.length} in <bdi>${draftName(draft)}</bdi>`}
        ${isSaved ? nothing : 'This browser can’t save your set: copy its link.'}
      </p>
      <p class="note picker-names">${names.join(', ')}</p>
    </div>
    ${names.length === 0 ? nothing : use}
    <a class="from-ad" href="${paths.progress}#plan-ad">From a job description</a>
    <button type="button" @click=${done}>Done</button>
  </section>`;
}
