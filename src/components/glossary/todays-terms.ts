import { now, offsetAt } from '../../browser/clock.ts';
import { shortDefinition } from '../../domain/glossary/short-definition.ts';
import { termsOfQuestions } from '../../domain/glossary/terms-of-questions.ts';
import { questionDeck } from '../../domain/practice/decks.ts';
import { queueOf } from '../../domain/practice/make-queue.ts';
import { element } from '../button.ts';
import { openStudy } from '../study/base/study-context.ts';
import type { ShownTerm } from './shown-term.ts';

/**
 * Replaces the most frequently used terms with at most as many terms from today's due and new
 * questions. If there are none, nothing changes.
 */
export async function showTodaysTerms(
  container: HTMLElement,
  base: string,
  terms: readonly ShownTerm[],
): Promise<void> {
  const opened = await openStudy(base);
  if ('problem' in opened) return;
  const { data, questions, model } = opened.value;
  const moment = { progress: model.progress, now: now(), offsetAt };
  const { ids } = queueOf({ kind: 'today' }, questionDeck(data.questions, model.progress), moment);
  model.store.close();
  const today = ids.flatMap((id) => questions.get(id.slice('question:'.length)) ?? []);
  const cards = container.querySelector('ul');
  const chosen = termsOfQuestions(today, terms, cards?.childElementCount ?? 0);
  if (cards === null || chosen.length === 0) return;
  container.querySelector('h2')?.replaceChildren('Terms of today’s questions');
  cards.replaceChildren(
    ...chosen.flatMap(({ id, code }) => {
      const term = terms.find((each) => each.id === id);
      return term ? [card(term, questions.get(code)?.title ?? '')] : [];
    }),
  );
}

function card({ id, element: term }: ShownTerm, question: string): HTMLElement {
  const [definition] = term.querySelector('dd')?.childNodes ?? [];
  return element(
    'li',
    {},
    element(
      'a',
      { href: `#${id}`, className: 'whole' },
      term.querySelector('dt > a')?.textContent ?? '',
    ),
    element('p', {}, shortDefinition(definition?.textContent ?? '')),
    element('p', { className: 'fine-print' }, question),
  );
}
