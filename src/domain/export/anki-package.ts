/**
 * The questions and the glossary as an Anki package (`.apkg`): a zip of `collection.anki2`, a
 * SQLite database of schema 11 (https://github.com/ankidroid/Anki-Android/wiki/Database-Structure),
 * and an empty list of media. Ids and guids never change, so importing a newer package updates
 * cards and keeps their scheduling.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { sha1 } from '@noble/hashes/legacy.js';
import { strToU8, zipSync } from 'fflate';
import { collectionRow } from './anki-collection.ts';
import { ankiIds } from './anki-ids.ts';
import { type AnkiNote, ankiDecks, ankiNotes } from './anki-notes.ts';
import type { Export, ExportSource } from './export.ts';

export const ankiPackage: Export = {
  downloads: [
    {
      path: 'downloads/anki.apkg',
      title: 'Anki deck',
      group: 'study',
      purpose:
        'A card for each question, with hint, worked example, model answer, and sources on the back, in one deck per level, and a card for each term.',
      use: 'Open it with Anki. If you import a newer one later, Anki updates the cards and keeps your schedule.',
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
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(schema);
    // One transaction: without it, each row is its own, which takes ten times as long.
    database.exec('BEGIN');
    database
      .prepare('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)')
      .run(...collectionRow(source.madeAt));
    const statements = {
      note: database.prepare('INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,?)'),
      card: database.prepare('INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,?)'),
    };
    for (const [place, note] of ankiNotes(source).entries())
      insert(statements, note, place, source.madeAt);
    database.exec('COMMIT');
    return database.serialize();
  } finally {
    database.close();
  }
}

/** Prepared insert statement. */
interface Statements {
  readonly note: StatementSync;
  readonly card: StatementSync;
}

function insert(
  statements: Statements,
  { guid, type, deck, tags, fields }: AnkiNote,
  place: number,
  madeAt: number,
): void {
  const id = ankiIds.note(guid);
  const first = plain(fields[0] ?? '');
  statements.note.run(
    ...[id, guid, ankiIds.noteType[type], madeAt],
    // Spaces around the list let Anki search for whole tags.
    ...[` ${tags.join(' ')} `, fields.join('\u001f'), first, checksum(first), ''],
  );
  statements.card.run(
    ...[id + 1, id, ankiIds.deck(ankiDecks.indexOf(deck)), madeAt, place + 1, ''],
  );
}

/** A field without HTML, which Anki uses to sort and to find duplicates. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The first eight hexadecimal digits of the SHA-1 of a text, as Anki computes it. */
function checksum(text: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha1(strToU8(text));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
