import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkedContent } from './checked-content.ts';
import type { ContentRecord, RecordKind } from './domain/content-checks/check-content.ts';
import { reportOf } from './domain/content-checks/issue.ts';
import { partTrees } from './domain/guide/part-tree.ts';
import { plainError } from './lib/plain-error.ts';

type Entry = Omit<Parameters<LoaderContext['store']['set']>[0], 'id' | 'digest'>;
type EntryOf = (record: ContentRecord, context: LoaderContext) => Promise<Entry>;

/**
 * Returns a content loader (https://docs.astro.build/en/reference/content-loader-reference/) that
 * stores the checked content. If there are problems, it reports all of them, as `npm run
 * validate` does. A build then stops before it overwrites the previous one, and the development
 * server keeps showing the old content until the problems are fixed.
 */
export function guideLoader(kind: RecordKind, entryOf: EntryOf = recordEntry): Loader {
  return {
    name: `guide-${kind}`,
    load: async (context) => {
      const { config, store, generateDigest, watcher } = context;
      const root = fileURLToPath(config.root);
      const load = async (): Promise<void> => {
        const { issues, warnings, records } = checkedContent(root);
        if (issues.length > 0) {
          const report = reportOf(issues);
          if (watcher === undefined) throw plainError(report);
          reportOnce(issues, () => context.logger.error(report));
          if (store.keys().length > 0) return;
        }
        reportOnce(warnings, () => context.logger.warn(warnings.join('\n')));
        store.clear();
        for (const record of records[kind]) {
          const entry = await entryOf(record, context);
          store.set({ id: record.id, digest: generateDigest(JSON.stringify(record)), ...entry });
        }
      };
      await load();
      const folder = join(root, 'src/content');
      watcher?.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher?.on(event, (path) => path.startsWith(folder) && void load());
      }
    },
  };
}

/**
 * Turns a checked record into an entry. The MDX of a question is compiled when its page is
 * rendered.
 */
const recordEntry: EntryOf = async ({ file, data, body }) => ({
  data,
  filePath: file,
  ...(body !== undefined && { body, deferredRender: true }),
});

/** Turns a companion page into an entry. Starlight adds its defaults to the front matter. */
export const docEntry: EntryOf = async (
  { id, file, data, body = '' },
  { parseData, renderMarkdown },
) => ({
  data: await parseData({ id, data, filePath: file }),
  filePath: file,
  body,
  rendered: await renderMarkdown(body),
});

/** Turns a question into an entry with its parts as syntax trees. */
export const partsEntry: EntryOf = async ({ tree }) => ({ data: tree ? partTrees(tree) : {} });

/**
 * The lists of problems that have already been reported. Each collection has its own loader, and
 * all loaders find the same problems.
 */
const reported = new WeakSet<object>();

function reportOnce(found: readonly unknown[], report: () => void): void {
  if (found.length === 0 || reported.has(found)) return;
  reported.add(found);
  report();
}
