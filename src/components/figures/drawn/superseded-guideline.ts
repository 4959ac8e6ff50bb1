import { markup } from '../../markup.ts';
import { arrow, type Box, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { dot } from '../marks.ts';

const h = 46;
const loaded: Box = {
  x: 8,
  y: 10,
  w: 190,
  h,
  lines: ['New edition loaded', 'the old one stays as it was'],
  tone: 'data',
};
const search: Box = {
  x: 8,
  y: 78,
  w: 190,
  h,
  lines: ['Search', 'the old wording fits better'],
  tone: 'model',
};
const model: Box = {
  x: 8,
  y: 146,
  w: 190,
  h,
  lines: ['Language model', 'writes from the old text'],
  tone: 'model',
};
const answer: Box = {
  x: 8,
  y: 214,
  w: 190,
  h,
  lines: ['Answer', 'true to a text that is wrong'],
  tone: 'risk',
};
const clinician: Box = {
  x: 8,
  y: 282,
  w: 190,
  h,
  lines: ['Clinician', 'reads the citation'],
  tone: 'human',
  isRound: true,
};
const mark: Box = {
  x: 228,
  y: 10,
  w: 164,
  h,
  lines: ['Mark the old one', 'replaced by which'],
  tone: 'good',
};
const filter: Box = {
  x: 228,
  y: 78,
  w: 164,
  h,
  lines: ['Filter on status', 'before any ranking'],
  tone: 'good',
};
const prompt: Box = {
  x: 228,
  y: 146,
  w: 164,
  h,
  lines: ['“Only the latest”', 'a prompt can’t know'],
  tone: 'faint',
};
const score: Box = {
  x: 228,
  y: 214,
  w: 164,
  h,
  lines: ['Faithfulness score', 'stays green'],
  tone: 'faint',
};
const screen: Box = {
  x: 228,
  y: 282,
  w: 164,
  h,
  lines: ['Show the edition', 'its date, last check'],
  tone: 'good',
};
const logs: Box = {
  x: 8,
  y: 358,
  w: 384,
  h: 62,
  lines: [
    'Caught: out of search the same day',
    'kept in an archive; every answer built on it found,',
    'and everyone who read one is called',
  ],
  tone: 'human',
};

/** How an old edition reaches a clinician, what stops it and what doesn’t. */
export const figure: Figure = {
  id: 'superseded-guideline',
  caption:
    'Three places stop an old page. The prompt and the faithfulness score don’t, and the model’s memory needs a check of its own.',
  description:
    'The way of an old page, in order: a new edition is loaded and the old one stays as it was; search finds that the old wording fits better; the language model writes from the old text; the answer is true to a text that is wrong; a clinician reads the citation. Three stops lead into that way: mark the old edition with what replaced it, when loading; filter on status before any ranking, in search; show the edition, its date, and the last check, on the screen. Two have no arrow: a prompt for only the latest, which can’t know, and the faithfulness score, which stays green. Once caught, it leaves search the same day and goes to an archive; every answer built on it is found, its readers are called.',
  height: 428,
  content: markup`${boxes(loaded, search, model, answer, clinician, mark, filter, prompt, score, screen, logs)}${arrow(loaded, search)}${arrow(search, model)}${arrow(model, answer)}${arrow(answer, clinician)}${arrow(mark, loaded)}${arrow(filter, search)}${arrow(screen, clinician)}${arrow(clinician, logs, { isDashed: true })}${dot([391, 11], '1', 'good')}${dot([391, 79], '2', 'good')}${dot([391, 283], '3', 'good')}`,
};
