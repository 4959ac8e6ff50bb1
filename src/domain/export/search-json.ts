import { instantData, termEntries } from '../search/build-instant.ts';
import { cutShards } from '../search/cut-shards.ts';
import { indexVersion } from '../search/instant-format.ts';
import { shortHash } from '../words/short-hash.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';

/** `/data/search/`: the instant index, see `src/domain/search/instant-format.ts`. */
export const searchJson: Export = { downloads: [], make: makeIndex };

function makeIndex({ guide, partsOf }: ExportSource): ExportedFile[] {
  const terms = [...guide.terms.values()];
  const data = instantData(
    guide.questions.map((question) => ({ question, hint: partsOf(question).hint ?? '' })),
  );
  const { root, shards } = cutShards(data, shortHash(JSON.stringify(data)));
  const initials = [...new Set(terms.map(({ id }) => id.charAt(0)))];
  return [
    file('index.json', root),
    ...[...shards].map(([name, shard]) => file(`${root.folder}/${name}.json`, shard)),
    file('terms.json', { version: indexVersion, terms: termEntries(terms) }),
    ...initials.map((initial) =>
      file(`definitions-${initial}.json`, {
        version: indexVersion,
        definitions: Object.fromEntries(
          terms
            .filter(({ id }) => id.startsWith(initial))
            .map(({ id, definition }) => [id, definition]),
        ),
      }),
    ),
  ];
}

function file(name: string, value: unknown): ExportedFile {
  return { path: `data/search/${name}`, content: JSON.stringify(value) };
}
