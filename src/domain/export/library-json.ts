import type { Export } from './export.ts';

/** Version of the two formats below; it rises when a field is renamed, removed or redefined. */
const version = 1;

/**
 * `/data/sources.json` and `/data/glossary.json`, format 1: `{ version, sources }` and
 * `{ version, terms }`, each record as in its schema (`src/schemas`), with its id and the codes
 * of the questions that use it.
 */
export const libraryJson: Export = {
  downloads: [
    {
      path: 'data/sources.json',
      title: 'Sources as JSON',
      purpose: 'Every source with its issuer, date, status and when it was last checked.',
      use: 'For citing, or for watching what changes.',
    },
    {
      path: 'data/glossary.json',
      title: 'Glossary as JSON',
      purpose: 'Every term with its definition, other names and source.',
      use: 'For your own tools.',
    },
  ],
  make: ({ guide }) => [
    { path: 'data/sources.json', content: json({ version, sources: [...guide.sources.values()] }) },
    { path: 'data/glossary.json', content: json({ version, terms: [...guide.terms.values()] }) },
  ],
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
