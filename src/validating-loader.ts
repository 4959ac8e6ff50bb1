import { lstatSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';
import { assertSafeContent } from './domain/content-checks/assert-safe-content.ts';

/**
 * A content loader that parses data exactly as `npm run validate` does, and rejects everything that
 * validation rejects for format or safety. Astro's own parsers read an unquoted date as a date, and
 * `yes` as true.
 */
export function validating(loader: Loader, schema: z.ZodType): Loader {
  return {
    name: loader.name,
    load: (context) =>
      loader.load({
        ...context,
        parseData: ({ filePath = '', ...entry }) => {
          const file = relative(fileURLToPath(context.config.root), filePath).replaceAll('\\', '/');
          if (!lstatSync(filePath).isFile()) {
            throw new Error(
              `${file}:1:1  this is a link to a file, not a file. Fix: replace the link with the file itself.`,
            );
          }
          const text = readFileSync(filePath, 'utf8');
          const { data } = assertSafeContent({ file, text }, schema);
          return context.parseData({ ...entry, filePath, data: data as typeof entry.data });
        },
      }),
  };
}
