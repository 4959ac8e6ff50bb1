import { now, offsetAt } from '../../browser/clock.ts';
import { Store } from '../../browser/store.ts';
import { dayPhrase, gapsOf, lastAnswers } from '../../domain/practice/last-answers.ts';
import { meanScore } from '../../domain/practice/score-bands.ts';
import type { ReviewRecord, Score } from '../../domain/progress/records.ts';
import { pulseMarkup } from '../band/pulse.ts';
import { element } from '../button.ts';

/** The maximum number of answers that the rubric shows. */
const maxAnswers = 5;

/** The maximum number of missed points to name. More would be a list rather than advice. */
const maxNamed = 2;

const countWords = ['no', 'one', 'two', 'three', 'four', 'five'];

/**
 * Shows the reader's last answer to this question: the score and the missed points at the top, and
 * the latest scores in the rubric. If there is no answer, or if it can't be read, the page doesn't
 * change.
 */
export async function showLastAnswer(code: string): Promise<void> {
  const store = new Store();
  const outcome = await store.readAll();
  store.close();
  if ('problem' in outcome) return;
  const answers = lastAnswers(outcome.value.progress.reviews, code, maxAnswers);
  const last = answers.at(-1);
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('.rubric tr[id]')];
  if (last === undefined) return;
  const names = rows.map(({ cells }) => cells[0]?.dataset['name'] ?? cells[0]?.textContent ?? '');
  // The rubric may have changed since then.
  const scores = names.map((_, index) => last.scores[index] ?? null);
  showScore(last);
  showGaps(scores, rows, names);
  drawPulse(scores, names);
  drawScores(answers, names);
  markRubric(scores, rows);
  document
    .querySelector('[data-part=listening] .note')
    ?.replaceChildren('You’ve answered, so read it now');
  document.documentElement.dataset['answered'] = '';
}

function showScore({ at, scores }: ReviewRecord): void {
  const mean = (meanScore(scores) ?? 0).toFixed(1);
  const shown = element(
    'p',
    { className: 'last-score' },
    element('b', { className: 'numeral' }, mean),
    element('span', {}, element('strong', {}, dayPhrase(at, now(), offsetAt)), ' out of 5'),
  );
  document.querySelector('.last-score')?.remove();
  document.querySelector('.question-band h1')?.after(shown);
}

function showGaps(
  scores: readonly Score[],
  rows: readonly HTMLElement[],
  names: readonly string[],
): void {
  const { kind, criteria } = gapsOf(scores);
  const count = countWords[criteria.length] ?? criteria.length;
  const lead = {
    missed:
      criteria.length > maxNamed
        ? `You missed ${count} points. Start with these: `
        : `You missed ${criteria.length === 1 ? 'one point' : `${count} points`}: `,
    improve: 'Next to improve: ',
    none: 'You gave every point a 4 or 5. Say it again to keep it.',
  }[kind];
  const links = criteria
    .slice(0, maxNamed)
    .map((index) => element('a', { href: `#${rows[index]?.id}` }, lowerFirst(names[index] ?? '')));
  const parts = new Intl.ListFormat('en-US').formatToParts(links.map((_, index) => `${index}`));
  document
    .querySelector('.missed')
    ?.replaceChildren(
      lead,
      ...parts.map(({ type, value }) =>
        type === 'element' ? (links[Number(value)] ?? '') : value,
      ),
      kind === 'none' ? '' : '.',
    );
}

/**
 * Fits a point into a sentence. "Reads a dismissed alert" loses its capital, but "FHIR first"
 * doesn't.
 */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function drawPulse(scores: readonly Score[], names: readonly string[]): void {
  const pulse = document.querySelector('.pulse');
  const svg = pulse?.querySelector('svg');
  if (!pulse || !svg) return;
  // The line continues past the right edge of the window, which clips it.
  svg.innerHTML = pulseMarkup(scores, 3000).text;
  pulse.querySelector('p')?.replaceChildren('By criterion');
  svg.role = 'img';
  svg.ariaHidden = null;
  svg.ariaLabel = names.map((name, index) => `${name}: ${wordOf(scores[index])}`).join('. ');
}

function wordOf(score: Score | undefined): string {
  return score === null || score === undefined ? 'not scored' : `${score} of 5`;
}

/**
 * Draws a bar for each answer and criterion in the rubric's summary. The label of the pulse gives
 * the latest scores in words.
 */
function drawScores(answers: readonly ReviewRecord[], names: readonly string[]): void {
  const head = document.querySelector('[data-part=rubric] > summary');
  head?.querySelector('.scores')?.remove();
  const lines = names.map((name, index) => {
    const bars = answers.map(({ scores }) => {
      const bar = element('i', {});
      bar.style.setProperty('--score', `${scores[index] ?? 0}`);
      return bar;
    });
    const score = answers.at(-1)?.scores[index];
    return element(
      'span',
      {},
      name,
      element('span', {}, ...bars, element('b', {}, `${score ?? '–'}`)),
    );
  });
  head?.append(element('span', { className: 'scores', ariaHidden: 'true' }, ...lines));
}

function markRubric(scores: readonly Score[], rows: readonly HTMLTableRowElement[]): void {
  rows.forEach((row, index) => {
    const score = scores[index];
    const [name, ...cells] = row.cells;
    if (name === undefined) return;
    name.dataset['name'] ??= name.textContent;
    name.querySelector('.yours')?.remove();
    for (const cell of cells) {
      // A 2 is between 1 and 3, and a 4 is between 3 and 5, so both descriptions fit.
      const mark = Number(cell.dataset['mark']);
      const isBetween = score === 2 || score === 4;
      const distance = Math.abs(mark - (score ?? Number.NaN));
      cell.classList.toggle('yours', distance <= (isBetween ? 1 : 0));
    }
    if (score !== null && score !== undefined) {
      name.append(element('span', { className: 'yours' }, ` You: ${score}`));
    }
  });
}
