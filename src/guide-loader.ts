import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentOnce } from './content-once.ts';
import type { ContentRecord, RecordKind } from './domain/content-checks/check-content.ts';
import { formatIssue } from './domain/content-checks/issue.ts';

type DataEntry = Parameters<LoaderContext['store']['set']>[0];

type EntryOf = (record: ContentRecord) => Omit<DataEntry, 'id' | 'digest'>;

/** A page, compiled when it is shown, or a record. */
const recordEntry: EntryOf = ({ file, data, body }) => ({
  data: data as Record<string, unknown>,
  filePath: file,
  ...(body === undefined ? {} : { body, deferredRender: true }),
});

/** The syntax tree of a page, without positions. */
export const treeEntry: EntryOf = ({ tree }) => ({
  data: { tree: JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value))) },
});

/**
 * A content loader that stores what the checks have read: the same data, from the same parse, with
 * the same messages as `npm run validate`.
 */
export function guideLoader(kind: RecordKind, entryOf: EntryOf = recordEntry): Loader {
  return {
    name: `guide-${kind}`,
    load: async ({ config, store, generateDigest, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      const load = (): void => {
        const { issues, records } = contentOnce(root);
        if (issues.length > 0) throw new Error(issues.map(formatIssue).join('\n'));
        store.clear();
        for (const record of records[kind]) {
          const { id, data, body } = record;
          store.set({ id, digest: generateDigest(JSON.stringify([data, body])), ...entryOf(record) });
        }
      };
      load();
      watcher?.add(join(root, 'src/content'));
      watcher?.on('change', (path) => {
        if (!path.includes('/src/content/')) return;
        try {
          load();
        } catch (error) {
          // While a writer is typing, the last good content stays.
          logger.error(error instanceof Error ? error.message : String(error));
        }
      });
    },
  };
}
