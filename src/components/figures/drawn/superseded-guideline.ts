import { markup } from '../../markup.ts';
import { arrow, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt, round } from '../make-boxes.ts';
import { dot } from '../shapes.ts';

const h = 46;
const loaded = boxAt([8, 10, 190, h], 'data', 'New edition loaded', 'the old one stays as it was');
const search = boxAt([8, 78, 190, h], 'model', 'Search', 'the old wording fits better');
const model = boxAt([8, 146, 190, h], 'model', 'Language model', 'writes from the old text');
const answer = boxAt([8, 214, 190, h], 'risk', 'Answer', 'true to a text that is wrong');
const clinician = round(boxAt([8, 282, 190, h], 'human', 'Clinician', 'reads the citation'));
const mark = boxAt([228, 10, 164, h], 'good', 'Mark the old one', 'replaced by which');
const filter = boxAt([228, 78, 164, h], 'good', 'Filter on status', 'before any ranking');
const prompt = boxAt([228, 146, 164, h], 'faint', '“Only the latest”', 'a prompt can’t know');
const score = boxAt([228, 214, 164, h], 'faint', 'Faithfulness score', 'stays green');
const screen = boxAt([228, 282, 164, h], 'good', 'Show the edition', 'its date, last check');
const logs = boxAt(
  [8, 358, 384, 62],
  'human',
  'Caught: out of search the same day',
  'kept in an archive; every answer built on it found,',
  'and everyone who read one is called',
);

/** How an old edition reaches a clinician, what stops it and what doesn’t. */
export const figure: Figure = {
  id: 'superseded-guideline',
  caption:
    'Three places stop an old page. The prompt and the faithfulness score don’t, and the model’s memory needs a check of its own.',
  description:
    'The path of an old page, in order: a new edition is loaded and the old one stays as it was; search finds that the old wording fits better; the language model writes from the old text; the answer is true to a text that is wrong; a clinician reads the citation. Three stops point into that path: mark the old edition with what replaced it, when loading; filter on status before any ranking, in search; show the edition, its date, and the last check, on the screen. Two have no arrow: a prompt for only the latest, which can’t know, and the faithfulness score, which stays green. Once caught, it leaves search the same day and goes to an archive; every answer built on it is found, its readers are called.',
  height: 428,
  content: markup`${boxes(loaded, search, model, answer, clinician, mark, filter, prompt, score, screen, logs)}${arrow(loaded, search)}${arrow(search, model)}${arrow(model, answer)}${arrow(answer, clinician)}${arrow(mark, loaded)}${arrow(filter, search)}${arrow(screen, clinician)}${arrow(clinician, logs, { isDashed: true })}${dot([391, 11], '1', 'good')}${dot([391, 79], '2', 'good')}${dot([391, 283], '3', 'good')}`,
};
