import { lstatSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'astro/zod';
import { guardContent } from './domain/content-checks/guard-content.ts';
import { contentRead, contentRefused } from './integrations/edits-at-once.ts';

/** How Astro reads files of one ending, as its loaders find it in their context. */
interface EntryType {
  getEntryInfo(file: { contents: string; fileUrl: URL }): unknown;
}

/**
 * A loader that reads front matter and YAML as `npm run validate` does, and takes in nothing that
 * validation would refuse for its form or its safety: with Astro's own readers an unquoted day is
 * a date, and `yes` a truth.
 */
export function guarded(loader: Loader, schema: z.ZodType): Loader {
  return {
    name: loader.name,
    load: (context) => tellOfEdits(context, (own) => loader.load(withGuard(own, schema))),
  };
}

/** Has whoever listens to the watcher know what a loader takes in after it has read everything. */
async function tellOfEdits(
  context: LoaderContext,
  load: (context: LoaderContext) => Promise<void>,
): Promise<void> {
  let isLoaded = false;
  const watcher: NodeJS.EventEmitter | undefined = context.watcher;
  const tell = () => isLoaded && watcher?.emit(contentRead);
  const store: LoaderContext['store'] = {
    ...context.store,
    set: (entry) => {
      const isNew = context.store.set(entry);
      if (isNew) tell();
      return isNew;
    },
    delete: (key) => {
      context.store.delete(key);
      tell();
    },
  };
  await load({ ...context, store });
  isLoaded = true;
}

function withGuard(context: LoaderContext, schema: z.ZodType): LoaderContext {
  const entryTypes = 'entryTypes' in context ? context.entryTypes : undefined;
  if (!(entryTypes instanceof Map)) {
    throw new Error('Astro no longer tells loaders how files are read: see src/guarded-loader.ts.');
  }
  const root = fileURLToPath(context.config.root);
  const watcher: NodeJS.EventEmitter | undefined = context.watcher;
  const guardedTypes = [...(entryTypes as Map<string, EntryType>)].map(([ending, type]) => [
    ending,
    {
      ...type,
      getEntryInfo: ({ contents, fileUrl }: { contents: string; fileUrl: URL }) => {
        try {
          return readGuarded(contents, { path: fileURLToPath(fileUrl), root, schema });
        } catch (error) {
          watcher?.emit(contentRefused);
          throw error;
        }
      },
    },
  ]);
  return Object.assign({}, context, { entryTypes: new Map(guardedTypes as [string, EntryType][]) });
}

/** @throws {Error} if the checks would refuse the file */
function readGuarded(
  text: string,
  {
    path,
    root,
    schema,
  }: { readonly path: string; readonly root: string; readonly schema: z.ZodType },
) {
  const file = relative(root, path).replaceAll('\\', '/');
  if (!lstatSync(path).isFile()) {
    throw new Error(`${file}:1:1  this is a link to a file, not a file. Fix: put the file there.`);
  }
  return { ...guardContent({ file, text }, schema), rawData: '' };
}
