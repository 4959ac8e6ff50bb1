import type { Export } from './export.ts';

/** Version of the two formats below; it rises when a field is renamed, removed or redefined. */
const version = 1;

/**
 * `/data/sources.json` and `/data/glossary.json`, format 1: `{ version, sources }` and
 * `{ version, terms }`, each record as in its schema (`src/schemas`), with its id and the codes
 * of the questions that use it.
 */
export const libraryJson: Export = ({ guide }) => [
  { path: 'data/sources.json', text: json({ version, sources: [...guide.sources.values()] }) },
  { path: 'data/glossary.json', text: json({ version, terms: [...guide.terms.values()] }) },
];

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
