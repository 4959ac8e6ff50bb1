import { choice, hidden, optionsOf, type Values } from '../../../domain/labs/control.ts';
import {
  ageThatMayStay,
  expectedAlike,
  type IdentifierKind,
  identifierKinds,
  type RemovalScore,
  scoreRemoval,
  zipThatMayStay,
} from '../../../domain/labs/safe-harbor.ts';
import { number } from '../../../domain/worked/format.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, scale } from '../draw.ts';
import { type Lab, type LabView, textOf } from '../lab.ts';

interface NoteSpan {
  readonly text: string;
  /** Which of the eighteen kinds it is; none if it may stay. */
  readonly kind?: IdentifierKind;
  /** Explanation beyond the name of the kind. */
  readonly why: string;
}

const peopleInArea = 640_000;

/** The note, invented from the first word to the last, with its spans in order. */
const note: readonly (string | NoteSpan)[] = [
  { text: 'Odalys Brankworth', kind: 'A', why: 'the patient’s name.' },
  ', ',
  { text: '67', why: 'an age up to 89 may stay.' },
  ', of ',
  { text: '14 Larkmill Lane, Dunmere', kind: 'B', why: 'street and town.' },
  ', ',
  { text: 'Washington State', why: 'a state may stay.' },
  ', ZIP ',
  {
    text: '98742',
    kind: 'B',
    why: `may stay as ${zipThatMayStay('98742', peopleInArea)}, since more than 20,000 people live in its area; otherwise as 000.`,
  },
  ' (area ',
  { text: '987', why: 'three digits may stay: more than 20,000 people live there.' },
  ': 640,000 people). MRN ',
  { text: '00418823', kind: 'H', why: 'the record number.' },
  ', plan member ',
  { text: 'HX-77-2041', kind: 'I', why: 'her member number.' },
  '. Admitted ',
  { text: 'March 3, 2026', kind: 'C', why: 'may stay as 2026.' },
  '. ',
  {
    text: 'Heart-lung transplant',
    why: 'diagnoses and procedures aren’t on the list, unless one is unique to her (kind R). This one is rare, so weigh it.',
  },
  ' in ',
  { text: '2019', why: 'a year alone may stay.' },
  ', on ',
  { text: 'tacrolimus', why: 'drug names aren’t on the list.' },
  '. Pacemaker, serial ',
  {
    text: 'PM-88231-K',
    kind: 'M',
    why: 'the serial number. The fact that she has a pacemaker may stay.',
  },
  '. She is ',
  { text: 'mayor of Dunmere', kind: 'R', why: 'there is only one, and the title names the town.' },
  ' and keeps the books at ',
  { text: 'Corvane Glassworks', kind: 'A', why: 'the name of her employer.' },
  '. Her mother, ',
  { text: '93', kind: 'C', why: `the age of a relative; may stay as ${ageThatMayStay(93)}.` },
  ', and daughter ',
  { text: 'Linnea', kind: 'A', why: 'the name of a relative.' },
  ' know. Call ',
  { text: '555-0142', kind: 'D', why: 'the telephone number.' },
  ', write ',
  { text: 'odalys@mail.example', kind: 'F', why: 'the email address.' },
  ', results at ',
  { text: 'https://clinic.example/p/8823', kind: 'N', why: 'the URL of her page.' },
  '. Photo of her face: ',
  { text: 'face-2041.jpg', kind: 'Q', why: 'the image, not just its file name.' },
  '. Study code ',
  {
    text: 'b1946ac9',
    kind: 'R',
    why: 'it’s derived from the record number, and a re-identification code can’t be.',
  },
  ' (hash of the MRN).',
];

/** Only the spans; in links, each has a letter, starting with a. */
export const spans: readonly NoteSpan[] = note.filter((part) => typeof part !== 'string');

const letters = 'abcdefghijklmnopqrstuv';

const controls = [
  choice('route', 'Method', 'list', {
    list: 'Safe Harbor: the listed identifiers',
    expert: 'Expert Determination: what the rest gives away',
  }),
  // Initially removed: what a simple scrubber removes, and one detail too many.
  hidden('removed', 'abcgirs', /^[a-v]*$/, ''),
];

type Judged = ReturnType<typeof settingOf>['judged'][number];

function settingOf(values: Values) {
  const removed = textOf(values, 'removed');
  const judged = spans.map((span, index) => {
    const letter = letters.charAt(index);
    return { ...span, letter, isRemoved: removed.includes(letter) };
  });
  const steps = combination(removed);
  return {
    judged,
    steps,
    score: scoreRemoval(judged),
    isExpert: values['route'] === 'expert',
    // Identifiers that name her, or point to her, by themselves.
    direct: judged.filter(({ kind = 'B', isRemoved }) => !/[BC]/.test(kind) && !isRemoved).length,
    alike: steps.at(-1)?.alike ?? 0,
  };
}

function view(values: Values): LabView {
  const { judged, steps, score, isExpert, direct, alike } = settingOf(values);
  const { found, missed } = score;
  return {
    value: isExpert ? (alike < 1 ? 'Under 1' : number(alike)) : `${found} of ${found + missed}`,
    unit: isExpert
      ? `${alike < 1 ? 'person matches' : 'people match'} what’s left`
      : 'identifiers found',
    result: isExpert ? sayExpert(direct, alike) : sayList(score),
    figure: noteText(judged),
    more: markup`<div class="wide lab-words"><p class="fine-print">Everything in this note is invented.</p>${isExpert ? expert(steps) : markup`<p>Safe Harbor also requires that you don’t actually know that the rest could identify her. A rare transplant, with a year and a state, raises that question.</p>`}${reasons(judged)}<p class="fine-print">HIPAA, 45 CFR 164.514(b), for US covered entities and their business associates. As of November 24, 2026. De-identified here doesn’t mean anonymous under the GDPR.</p></div>`,
    table: kindsTable(judged),
  };
}

function sayList({ found, missed, wronglyRemoved }: RemovalScore): string {
  const end =
    missed === 0
      ? 'Every listed identifier is gone. You still have to rule out actual knowledge that the rest identifies her.'
      : 'Not de-identified under Safe Harbor.';
  return `Found ${found} of ${found + missed} identifiers, missed ${missed}, removed ${wronglyRemoved} ${wronglyRemoved === 1 ? 'detail' : 'details'} that may stay. ${end}`;
}

function sayExpert(direct: number, alike: number): string {
  const people =
    alike < 1 ? 'Fewer than one person matches' : `About ${number(alike)} people match`;
  const pointers =
    direct === 1 ? '1 remaining identifier points' : `${direct} remaining identifiers point`;
  return `${people} what’s left (made-up numbers)${direct === 0 ? '.' : `, and ${pointers} straight to her.`}`;
}

function noteText(judged: readonly Judged[]): Markup {
  const left = [...judged];
  return markup`<p class="fine-print">Select what must be removed.</p><p class="deid-note lab-press" role="group" aria-label="Synthetic note">${note.map(
    (part, index) => {
      // Punctuation after a button stays on its line.
      if (typeof part === 'string') return part.slice(leadingSigns(part).length);
      const span = left.shift();
      return (
        span &&
        markup`<span class="deid-keep"><button type="button" class="lab-word" data-set="removed=${toggled(judged, span)}" data-key="${span.letter}" aria-pressed="${String(span.isRemoved)}">${span.text}</button>${leadingSigns(note[index + 1])}</span>`
      );
    },
  )}</p>`;
}

function leadingSigns(part: (typeof note)[number] | undefined): string {
  return (typeof part === 'string' && /^[.,:)]+/.exec(part)?.[0]) || '';
}

function toggled(judged: readonly Judged[], span: Judged): string {
  return judged
    .filter((other) => (other === span ? !other.isRemoved : other.isRemoved))
    .map(({ letter }) => letter)
    .join('');
}

function reasons(judged: readonly Judged[]): Markup {
  const groups = Object.groupBy(judged, ({ kind, isRemoved }) =>
    kind
      ? isRemoved
        ? 'Found'
        : 'Missed'
      : isRemoved
        ? 'Removed, but may stay'
        : 'Correctly left in',
  );
  const order = ['Missed', 'Removed, but may stay', 'Found', 'Correctly left in'] as const;
  return markup`<details><summary>Reason for each detail</summary>${order.map((name) => {
    const members = groups[name];
    return (
      members &&
      markup`<p><strong>${name} (${members.length})</strong></p><ul>${members.map(
        ({ text, kind, why }) =>
          markup`<li><strong>${text}</strong>: ${kind && `(${kind}) ${identifierKinds[kind]}; `}${why}</li>`,
      )}</ul>`
    );
  })}</details>`;
}

function expert(steps: readonly Step[]): Markup {
  const width = scale([-6, 8.5], [0, 300]);
  return markup`<div class="wide">${drawing(
    [600, 34 * steps.length + 6],
    `People who match: ${steps.map(({ name, alike }) => `${name} ${count(alike)}`).join(', ')}`,
    ...steps.map(({ name, alike }, at) => {
      const y = 34 * at;
      const length = Math.max(2, width(Math.log10(alike)));
      return markup`<text x="0" y="${y + 23}">${name}</text><rect class="${alike < 1 ? 'fill-b' : 'fill-a'} soft" x="150" y="${y + 4}" width="${length}" height="26"/><text x="${158 + length}" y="${y + 23}">${count(alike)}</text>`;
    }),
  )}<p class="fine-print">People who match, step by step, on a logarithmic scale. All shares are made up and treated as independent.</p></div><p>Expert Determination, (b)(1): a person with the necessary knowledge and experience determines that the risk is very small that an anticipated recipient could identify her from the note, alone or together with other reasonably available information, and documents the methods and results. The rule names no number. Details such as a date may stay if the expert’s finding covers them.</p>`;
}

function count(alike: number): string {
  return alike < 1 ? 'fewer than 1' : number(alike);
}

function kindsTable(judged: readonly Judged[]): LabView['table'] {
  return {
    caption: 'The rule’s eighteen kinds of identifiers, in this note',
    columns: ['Kind', 'In the note', 'Removed'],
    rows: Object.entries(identifierKinds).map(([kind, name]) => {
      const here = judged.filter((span) => span.kind === kind);
      const gone = here.filter((span) => span.isRemoved);
      return [`(${kind}) ${name}`, String(here.length), String(gone.length)];
    }),
  };
}

const identifiers = [...letters].filter((_, index) => spans[index]?.kind !== undefined).join('');

/** Locations, the smallest first, with made-up populations; the letters are those of spans. */
const places = [
  ['c', 'Dunmere', 4000],
  ['e', 'ZIP 98742', 9000],
  ['f', 'Area 987', 640_000],
  ['d', 'Washington State', 8_000_000],
  ['', 'The US', 300_000_000],
] as const;

/** Details with made-up shares: one person in this many. */
const details = [
  ['b', 'Aged 67', 100],
  ['p', 'Mother aged 93', 200],
  ['j', 'Transplant', 100_000],
  ['k', '… in 2019', 20],
  ['i', 'March 3', 1000],
] as const;

type Step = ReturnType<typeof combination>[number];

/** How many people match what’s left, step by step. @param removed letters of removed spans */
function combination(removed: string) {
  const isLeft = (letter: string): boolean => letter === '' || !removed.includes(letter);
  const [, place = '', people = 0] = places.find(([letter]) => isLeft(letter)) ?? [];
  const kept = details.filter(([letter]) => isLeft(letter) && (letter !== 'k' || isLeft('j')));
  const shares = kept.map(([, , oneIn]) => oneIn);
  return [place, ...kept.map(([, name]) => name)].map((name, at) => {
    return { name, alike: expectedAlike(people, shares.slice(0, at)) };
  });
}

export const lab: Lab = {
  id: 'deidentify',
  title: 'Strip a note of identifiers',
  aliases: ['de-identification', 'Safe Harbor', 'anonymize a note', 'remove names'],
  theme: 'rules',
  still: {
    value: '18',
    unit: 'identifiers',
    question: 'Can you remove all of the identifiers? And is the note anonymous then?',
    drawing:
      '<path class="dim" d="M20 78h90m60 0h130M20 100h40m88 0h60m44 0h48M20 122h150"/><path class="bar" d="M116 78h48M66 100h76m72 0h32"/>',
  },
  guess: {
    kind: 'choice',
    question:
      'A note says that a patient is 67, lives in Washington State, had a heart-lung transplant in 2019, and has a 93-year-old mother. Which detail must be removed under HIPAA’s Safe Harbor?',
    options: optionsOf({
      age: '67',
      state: 'Washington State',
      procedure: 'Heart-lung transplant',
      year: '2019',
      mother: '93',
    }),
    truth: 'mother',
    because:
      'ages over 89 must be removed, even a relative’s, while a state, a year, a procedure, and ages up to 89 may stay.',
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
      task: 'Expert Determination: remove everything that points straight to her, and make sure that at least 5,000 people match what’s left. Keep the medication and the state.',
      isMet: (values) => {
        const { isExpert, direct, alike } = settingOf(values);
        const removed = textOf(values, 'removed');
        return isExpert && direct === 0 && alike >= 5000 && !/[dl]/.test(removed);
      },
      solution: { route: 'expert', removed: [...`${identifiers}j`].sort().join('') },
    },
  ],
  misconception: 'We removed the names, so the notes are de-identified.',
  say: 'Safe Harbor means removing eighteen kinds of identifiers and having no actual knowledge that the rest identifies anyone. In free text, I also ask what the rest gives away in combination.',
  questions: ['k8n', '7wj', '2fz'],
  sources: ['hipaa-privacy-rule-164-514', 'ocr-deidentification-guidance-2012'],
};
