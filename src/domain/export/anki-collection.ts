import { guide as settings } from '../../guide.ts';
import { partById } from '../guide/parts.ts';
import { ankiIds } from './anki-ids.ts';
import { ankiDecks, ankiFields } from './anki-notes.ts';
import { noteTypeNames } from './anki-text.ts';

/** The values of the only row of `col`, except those that are the same in every collection. */
export function collectionRow(madeAt: number): (string | number)[] {
  return [
    // Anki counts its days from this moment.
    1_700_000_000,
    madeAt * 1000,
    madeAt * 1000,
    JSON.stringify({ nextPos: 1, curDeck: ankiIds.deck(-1), curModel: ankiIds.noteType.question }),
    JSON.stringify(noteTypes(madeAt)),
    JSON.stringify(decks(madeAt)),
    JSON.stringify({ 1: options }),
    '{}',
  ];
}

const css = `.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5; text-align: start; max-width: 42rem; margin: 0 auto; padding: 0.5rem; }
h2 { font-size: 1.05em; margin: 1.2em 0 0.4em; }
summary h2 { display: inline; }
details { margin: 1.2em 0; }
pre { text-align: start; white-space: pre-wrap; font-size: 0.85em; }
.question { font-size: 1.25em; font-weight: 600; }
.small { font-size: 0.8em; }
table { border-collapse: collapse; font-size: 0.85em; }
th, td { border: 1px solid currentColor; padding: 0.2em 0.4em; text-align: start; }
svg { max-width: 100%; }`;

const questionBack = `{{FrontSide}}<hr id="answer">
{{Hint}}
<details><summary><h2>${partById('outline').label}</h2></summary>{{Outline}}</details>
<details><summary><h2>${partById('answer').label}</h2></summary>{{Model answer}}</details>
<details><summary><h2>${partById('sources').label}</h2></summary><div class="small">{{Sources}}</div></details>
<p class="small">{{Link}}</p>`;

function noteTypes(madeAt: number) {
  const front = (field: string): string => `<div class="question">{{${field}}}</div>`;
  return {
    [ankiIds.noteType.question]: noteType('question', madeAt, front('Question'), questionBack),
    [ankiIds.noteType.term]: noteType(
      'term',
      madeAt,
      front('Term'),
      '{{FrontSide}}<hr id="answer">{{Meaning}}<p class="small">{{Link}}</p>',
    ),
  };
}

function noteType(type: keyof typeof ankiFields, mod: number, qfmt: string, afmt: string) {
  return {
    id: ankiIds.noteType[type],
    name: noteTypeNames[type],
    type: 0,
    mod,
    usn: -1,
    sortf: 0,
    did: ankiIds.deck(-1),
    css,
    latexPre: '',
    latexPost: '',
    tags: [],
    vers: [],
    req: [[0, 'any', [0]]],
    flds: ankiFields[type].map((name, ord) => ({
      ...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
    })),
    tmpls: [{ name: 'Card 1', ord: 0, qfmt, afmt, did: null, bqfmt: '', bafmt: '' }],
  };
}

function decks(mod: number) {
  const named = [[-1, settings.shortTitle] as const, ...ankiDecks.entries()];
  const all = named.map(([place, name]) => deck(ankiIds.deck(place), name, mod));
  return Object.fromEntries([deck(1, 'Default', mod), ...all].map((one) => [one.id, one]));
}

function deck(id: number, name: string, mod: number) {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  return {
    id,
    name,
    mod,
    usn: -1,
    desc: '',
    dyn: 0,
    conf: 1,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    ...today,
  };
}

const options = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: {
    bury: true,
    delays: [1, 10],
    initialFactor: 2500,
    ints: [1, 4, 7],
    order: 1,
    perDay: 20,
    separate: true,
  },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
};
