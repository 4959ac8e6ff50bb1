/**
 * The questions and the glossary as an Anki package (`.apkg`). It is a zip file with an empty media
 * list and `collection.anki2`, a SQLite database with schema 11
 * (https://github.com/ankidroid/Anki-Android/wiki/Database-Structure). Note ids and guids never
 * change, so importing a newer package updates cards and keeps their scheduling.
 */
import { DatabaseSync } from 'node:sqlite';
import { sha1 } from '@noble/hashes/legacy.js';
import { strToU8, zipSync } from 'fflate';
import { settings } from '../../guide-settings.ts';
import { partById } from '../guide/parts.ts';
import { shortHash } from '../words/short-hash.ts';
import { ankiDecks, ankiFields, ankiNotes, noteTypeNames } from './anki-notes.ts';
import type { Export, ExportSource } from './export.ts';

export const ankiPackage: Export = {
  downloads: [
    {
      path: 'downloads/anki.apkg',
      title: 'Anki deck',
      group: 'study',
      purpose:
        'A card for each question, with hint, worked example, model answer, and sources on the back, plus a card for each term. The levels and the glossary each have their own deck.',
      use: 'Open it with Anki. If you import a newer version later, Anki updates the cards and keeps your schedule.',
    },
  ],
  make: (source) => [{ path: 'downloads/anki.apkg', content: makePackage(source) }],
};

function makePackage(source: ExportSource): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync({
    'collection.anki2': [makeCollection(source), { level: 9, mtime }],
    media: [strToU8('{}'), { level: 9, mtime }],
  });
}

const schema = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`;

function makeCollection(source: ExportSource): Uint8Array {
  const { madeAt } = source;
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(schema);
    // One transaction for everything. A transaction for each row takes ten times as long.
    database.exec('BEGIN');
    database
      .prepare('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)')
      .run(...collectionRow(madeAt));
    const notes = database.prepare('INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,?)');
    const cards = database.prepare(
      'INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,?)',
    );
    for (const [index, { guid, type, deck, tags, fields }] of ankiNotes(source).entries()) {
      const id = ids.note(guid);
      const first = plain(fields[0] ?? '');
      // Anki needs a space before and after the list to search for whole tags.
      const spaced = ` ${tags.join(' ')} `;
      const all = fields.join('\u001f');
      notes.run(id, guid, ids.noteType[type], madeAt, spaced, all, first, checksum(first), '');
      cards.run(id + 1, id, ids.deck(ankiDecks.indexOf(deck)), madeAt, index + 1, '');
    }
    database.exec('COMMIT');
    return database.serialize();
  } finally {
    database.close();
  }
}

/** Removes the HTML from a field. Anki uses the result to sort notes and to find duplicates. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Returns Anki's checksum: the first eight hexadecimal digits of the text's SHA-1 as a number. */
function checksum(text: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha1(strToU8(text));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/**
 * Ids in the Anki package, in milliseconds since 1970. They don't change unless the levels do.
 */
const ids = {
  noteType: { question: settings.anki.idsFrom + 1, term: settings.anki.idsFrom + 2 },
  /** Returns a deck's id from its index in `ankiDecks`. The parent deck has the index -1. */
  deck: (index: number): number => settings.anki.idsFrom + 100 + index,
  /** Returns a note's id from its guid. The note's card has the next id. */
  note: (guid: string): number =>
    settings.anki.idsFrom + 1_000_000 + 2 * Number.parseInt(shortHash(guid), 16),
} as const;

/** Returns the values for the parameters (`?`) in the SQL statement that fills `col`. */
function collectionRow(madeAt: number): (string | number)[] {
  return [
    // The creation date, from which Anki counts days.
    1_700_000_000,
    madeAt * 1000,
    madeAt * 1000,
    JSON.stringify({ nextPos: 1, curDeck: ids.deck(-1), curModel: ids.noteType.question }),
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

const termBack = '{{FrontSide}}<hr id="answer">{{Meaning}}<p class="small">{{Link}}</p>';

function noteTypes(madeAt: number) {
  const front = (field: string): string => `<div class="question">{{${field}}}</div>`;
  return {
    [ids.noteType.question]: noteType('question', madeAt, front('Question'), questionBack),
    [ids.noteType.term]: noteType('term', madeAt, front('Term'), termBack),
  };
}

function noteType(type: keyof typeof ankiFields, mod: number, qfmt: string, afmt: string) {
  return {
    id: ids.noteType[type],
    name: noteTypeNames[type],
    type: 0,
    mod,
    usn: -1,
    sortf: 0,
    did: ids.deck(-1),
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
  const all = named.map(([index, name]) => deck(ids.deck(index), name, mod));
  return Object.fromEntries([deck(1, 'Default', mod), ...all].map((one) => [one.id, one]));
}

function deck(id: number, name: string, mod: number) {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  const folds = { collapsed: false, browserCollapsed: false };
  const more = { ...folds, extendNew: 0, extendRev: 0, ...today };
  return { id, name, mod, usn: -1, desc: '', dyn: 0, conf: 1, ...more };
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
