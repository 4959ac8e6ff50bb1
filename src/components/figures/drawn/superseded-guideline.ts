import { markup } from '../../markup.ts';
import { arrow, box, boxes, dashed, dot, type Figure, round } from '../diagram.ts';

const h = 46;
const loaded = box([8, 10, 190, h], 'data', 'New edition loaded\nthe old one stays as it was');
const search = box([8, 78, 190, h], 'model', 'Search\nthe old wording fits better');
const model = box([8, 146, 190, h], 'model', 'Language model\nwrites from the old text');
const answer = box([8, 214, 190, h], 'risk', 'Answer\nfaithful to outdated text');
const clinician = round(box([8, 282, 190, h], 'human', 'Clinician\nreads the citation'));
const mark = box([228, 10, 164, h], 'good', 'Mark the old edition\nwith its replacement');
const filter = box([228, 78, 164, h], 'good', 'Filter on status\nbefore any ranking');
const prompt = box([228, 146, 164, h], 'faint', '“Only the latest”\nmodel can’t know which');
const score = box([228, 214, 164, h], 'faint', 'Faithfulness score\nstays green');
const screen = box([228, 282, 164, h], 'good', 'Show the edition\nits date, last check');
const logs = box(
  [8, 358, 384, 62],
  'human',
  'Old edition caught: out of search the same day\nkept in an archive; every answer built on it is found,\nand everyone who read one is called',
);

export const figure: Figure = {
  sources: [],
  caption:
    'An outdated edition can be stopped at three points. The prompt and the faithfulness score don’t stop it, and the model’s memory needs a separate check.',
  description:
    'The path of an outdated edition, in order: a new edition is loaded and the old one stays as it was; search finds that the old wording fits better; the language model writes from the old text; the answer is faithful to the outdated text; a clinician reads the citation. Three stops point into that path: when a new edition is loaded, mark the old one with what replaced it; in search, filter on status before any ranking; on the screen, show the edition, its date, and the last check. Two other measures have no arrow: a prompt that says “only the latest,” because the model can’t know which edition that is, and the faithfulness score, which stays green. Once caught, the old edition leaves search the same day and goes to an archive; every answer built on it is found, and everyone who read one is called.',
  height: 428,
  content: markup`
    ${boxes(loaded, search, model, answer, clinician, mark, filter, prompt, score, screen, logs)}
    ${arrow([loaded, search, model, answer, clinician])}
    ${arrow([mark, loaded])}
    ${arrow([filter, search])}
    ${arrow([screen, clinician])}
    ${arrow([clinician, logs], dashed)}
    ${dot([391, 11], '1', 'good')}
    ${dot([391, 79], '2', 'good')}
    ${dot([391, 283], '3', 'good')}
  `,
};
