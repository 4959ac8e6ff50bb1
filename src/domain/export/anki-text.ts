import { ankiNotes, noteTypeNames } from './anki-notes.ts';
import type { Export, ExportSource } from './export.ts';

/**
 * The questions and the glossary as text that Anki imports
 * (https://docs.ankiweb.net/importing/text-files.html): tab-separated, HTML allowed, with guid, note
 * type, deck, and tags, for readers who want to edit the decks first.
 */
export const ankiText: Export = {
  downloads: [
    {
      path: 'downloads/anki.txt',
      title: 'Anki notes as text',
      group: 'study',
      purpose:
        'The same notes as the Anki package, as a text file that you can edit before you import it.',
      use: 'Import the package first, because it has the note types. Then choose File › Import in Anki.',
    },
  ],
  make: (source) => [{ path: 'downloads/anki.txt', content: text(source) }],
};

function text(source: ExportSource): string {
  const rows = ankiNotes(source).map(({ guid, type, deck, tags, fields }) =>
    [guid, noteTypeNames[type], deck, tags.join(' '), ...fields].map(quote).join('\t'),
  );
  return `#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
${rows.join('\n')}
`;
}

/** Quotes a field, so that quotes and tabs in it stay literal. */
function quote(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}
