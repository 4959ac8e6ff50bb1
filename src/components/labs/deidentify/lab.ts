import type { Control, Values } from '../../../domain/labs/control.ts';
import {
  type IdentifierKind,
  identifierKinds,
  type RemovalScore,
  scoreRemoval,
} from '../../../domain/labs/safe-harbor.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, scale } from '../draw.ts';
import { type Lab, type LabView, textOf } from '../lab.ts';
import { combination, type Step } from './combination.ts';
import { type NoteSpan, note, spans } from './note.ts';

const letters = 'abcdefghijklmnopqrstuv';

const controls: readonly Control[] = [
  {
    kind: 'choice',
    name: 'route',
    label: 'Route',
    options: [
      { value: 'list', label: 'Safe Harbor: the list' },
      { value: 'expert', label: 'Expert Determination: what the rest gives away' },
    ],
    initial: 'list',
  },
  {
    kind: 'hidden',
    name: 'removed',
    label: 'Removed',
    // What a simple scrubber takes, and one detail too many.
    initial: 'abcgirs',
    start: '',
    pattern: /^[a-v]*$/,
  },
];

/** A place of the note with what the reader did. */
interface Judged extends NoteSpan {
  readonly letter: string;
  readonly isRemoved: boolean;
}

/** The note as the reader left it. */
function settingOf(values: Values) {
  const removed = textOf(values, 'removed');
  const judged = spans.map((span, index): Judged => {
    const letter = letters.charAt(index);
    return { ...span, letter, isRemoved: removed.includes(letter) };
  });
  const steps = combination(removed);
  return {
    judged,
    steps,
    score: scoreRemoval(judged),
    isExpert: values['route'] === 'expert',
    direct: judged.filter(isDirect).length,
    alike: steps.at(-1)?.alike ?? 0,
  };
}

function view(values: Values): LabView {
  const { judged, steps, score, isExpert, alike } = settingOf(values);
  const { found, missed } = score;
  return {
    value: isExpert ? (alike < 1 ? 'Under 1' : whole(alike)) : `${found} of ${found + missed}`,
    unit: isExpert ? 'people match what’s left' : 'identifiers found',
    result: isExpert ? sayExpert(judged, steps) : sayList(score),
    figure: noteText(judged),
    more: markup`<div class="wide lab-words"><p class="small">Everything in this note is invented.</p>${isExpert ? expert(steps) : markup`<p>Safe Harbor also requires that you don’t actually know that the rest could identify her. A rare transplant, with a year and a state, raises that question.</p>`}${reasons(judged)}<p class="small">HIPAA, 45 CFR 164.514(b), for US covered entities and their business associates. As of November 24, 2026. De-identified here is not anonymous under the GDPR.</p></div>`,
    table: kindsTable(judged),
  };
}

function sayList({ found, missed, wronglyRemoved }: RemovalScore): string {
  const end =
    missed === 0
      ? 'The list is met. You still have to ask about actual knowledge.'
      : 'Not de-identified by Safe Harbor.';
  return `Found ${found} of ${found + missed} identifiers, missed ${missed}, removed ${wronglyRemoved} that may stay. ${end}`;
}

function sayExpert(judged: readonly Judged[], steps: readonly Step[]): string {
  const direct = judged.filter(isDirect).length;
  const alike = steps.at(-1)?.alike ?? 0;
  const people = alike < 1 ? 'Fewer than one person matches' : `About ${whole(alike)} people match`;
  const pointers =
    direct === 1 ? '1 remaining identifier points' : `${direct} remaining identifiers point`;
  return `${people} what’s left (made-up numbers)${direct === 0 ? '.' : `, and ${pointers} straight to her.`}`;
}

/** What names her, or leads to her, by itself. */
function isDirect({ kind, isRemoved }: Judged): boolean {
  return kind !== undefined && kind !== 'B' && kind !== 'C' && !isRemoved;
}

function noteText(judged: readonly Judged[]): Markup {
  const left = [...judged];
  return markup`<p class="small">Press what must go.</p><p class="deid-note lab-press" role="group" aria-label="Synthetic note">${note.map(
    (part, index) => {
      // A sign that follows a button stays on its line.
      if (typeof part === 'string') return part.slice(leadingSigns(part).length);
      const span = left.shift();
      return (
        span &&
        markup`<span class="deid-keep">${button(judged, span)}${leadingSigns(note[index + 1])}</span>`
      );
    },
  )}</p>`;
}

function leadingSigns(part: (typeof note)[number] | undefined): string {
  return (typeof part === 'string' && /^[.,:)]+/.exec(part)?.[0]) || '';
}

function button(judged: readonly Judged[], span: Judged): Markup {
  return markup`<button type="button" class="lab-word" data-set="removed=${toggled(judged, span)}" data-key="${span.letter}" aria-pressed="${String(span.isRemoved)}">${span.text}</button>`;
}

function toggled(judged: readonly Judged[], span: Judged): string {
  return judged
    .filter((other) => (other === span ? !other.isRemoved : other.isRemoved))
    .map(({ letter }) => letter)
    .join('');
}

function reasons(judged: readonly Judged[]): Markup {
  const groups: [string, (span: Judged) => boolean][] = [
    ['Missed', ({ kind, isRemoved }) => kind !== undefined && !isRemoved],
    ['Removed, but may stay', ({ kind, isRemoved }) => kind === undefined && isRemoved],
    ['Found', ({ kind, isRemoved }) => kind !== undefined && isRemoved],
    ['Left, rightly', ({ kind, isRemoved }) => kind === undefined && !isRemoved],
  ];
  return markup`<details><summary>Why, one by one</summary>${groups.map(([name, is]) => {
    const members = judged.filter(is);
    return members.length === 0
      ? undefined
      : markup`<p><strong>${name} (${members.length})</strong></p><ul>${members.map(
          ({ text, kind, why }) => markup`<li><strong>${text}</strong>: ${named(kind)}${why}</li>`,
        )}</ul>`;
  })}</details>`;
}

function named(kind: IdentifierKind | undefined): string {
  return kind === undefined ? '' : `(${kind}) ${identifierKinds[kind]}; `;
}

/** What an expert would weigh: each detail that is left makes her rarer. */
function expert(steps: readonly Step[]): Markup {
  const width = scale([-6, 8.5], [0, 300]);
  return markup`<div class="wide">${drawing(
    600,
    34 * steps.length + 6,
    `People who fit: ${steps.map(({ name, alike }) => `${name} ${count(alike)}`).join(', ')}`,
    ...steps.map(({ name, alike }, at) => {
      const y = 34 * at;
      const length = Math.max(2, width(Math.log10(alike)));
      return markup`<text x="0" y="${y + 23}">${name}</text><rect class="${alike < 1 ? 'fill-b' : 'fill-a'} soft" x="150" y="${y + 4}" width="${length}" height="26"/><text x="${158 + length}" y="${y + 23}">${count(alike)}</text>`;
    }),
  )}<p class="small">People who fit, step by step, on a logarithmic scale. All shares are made up, and treated as independent.</p></div><p>Expert Determination, (b)(1): a person with the knowledge and experience finds the risk very small that an anticipated recipient could identify her, from this alone or together with other reasonably available information, and documents methods and results. The rule names no number. Detail may stay, such as a date, if the expert’s finding covers it.</p>`;
}

function count(alike: number): string {
  return alike < 1 ? 'fewer than 1' : whole(alike);
}

function whole(people: number): string {
  return Math.round(people).toLocaleString('en-US');
}

function kindsTable(judged: readonly Judged[]): LabView['table'] {
  return {
    caption: 'The eighteen kinds of the rule, in this note',
    columns: ['Kind', 'In the note', 'Removed'],
    rows: Object.entries(identifierKinds).map(([kind, name]) => {
      const here = judged.filter((span) => span.kind === kind);
      const gone = here.filter(({ isRemoved }) => isRemoved);
      return [`(${kind}) ${name}`, String(here.length), String(gone.length)];
    }),
  };
}

const identifiers = [...letters].filter((_, index) => spans[index]?.kind !== undefined).join('');

/** Lab: what the list of Safe Harbor takes out, and what is left to weigh. */
export const lab: Lab = {
  id: 'deidentify',
  title: 'Strip a note of identifiers',
  theme: 'rules',
  guess: {
    kind: 'choice',
    question:
      'A note says that a patient is 67, lives in Ohio, had a heart-lung transplant in 2019, and has a mother of 93. Which detail must go under HIPAA’s Safe Harbor?',
    options: [
      { value: 'age', label: '67' },
      { value: 'state', label: 'Ohio' },
      { value: 'procedure', label: 'Heart-lung transplant' },
      { value: 'year', label: '2019' },
      { value: 'mother', label: '93' },
    ],
    truth: 'mother',
    because:
      'ages over 89 must go, a relative’s too, while a state, a year, a procedure, and ages up to 89 may stay.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Safe Harbor: remove all 16 identifiers and nothing else.',
      isMet: (values) => {
        const { isExpert, score } = settingOf(values);
        return !isExpert && score.missed === 0 && score.wronglyRemoved === 0;
      },
      solution: { removed: identifiers },
    },
    {
      task: 'Expert Determination: leave nothing that points straight to her, and leave at least 5,000 people who match what’s left. Keep the medication and the state.',
      isMet: (values) => {
        const { isExpert, direct, alike } = settingOf(values);
        const removed = textOf(values, 'removed');
        return isExpert && direct === 0 && alike >= 5000 && !/[dl]/.test(removed);
      },
      solution: { route: 'expert', removed: [...`${identifiers}j`].sort().join('') },
    },
  ],
  misconception: 'We removed the names, so the notes are de-identified.',
  say: 'Safe Harbor is a list of eighteen kinds plus no actual knowledge. In free text, I also ask what the rest gives away in combination.',
  questions: ['k8n', '7wj', '2fz'],
  sources: ['hipaa-privacy-rule-164-514', 'ocr-deidentification-guidance-2012'],
};
