import { lstatSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'astro/zod';
import { guardContent } from './domain/content-checks/guard-content.ts';

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
    load: (context) => loader.load(withGuard(context, schema)),
  };
}

function withGuard(context: LoaderContext, schema: z.ZodType): LoaderContext {
  const entryTypes = 'entryTypes' in context ? context.entryTypes : undefined;
  if (!(entryTypes instanceof Map)) {
    throw new Error('Astro no longer tells loaders how files are read: see src/guarded-loader.ts.');
  }
  const root = fileURLToPath(context.config.root);
  const guardedTypes = [...(entryTypes as Map<string, EntryType>)].map(([ending, type]) => [
    ending,
    {
      ...type,
      getEntryInfo: ({ contents: text, fileUrl }: { contents: string; fileUrl: URL }) => {
        const path = fileURLToPath(fileUrl);
        const file = relative(root, path).replaceAll('\\', '/');
        if (!lstatSync(path).isFile()) {
          throw new Error(
            `${file}:1:1  this is a link to a file, not a file. Fix: put the file there.`,
          );
        }
        return { ...guardContent({ file, text }, schema), rawData: '' };
      },
    },
  ]);
  return Object.assign({}, context, { entryTypes: new Map(guardedTypes as [string, EntryType][]) });
}
