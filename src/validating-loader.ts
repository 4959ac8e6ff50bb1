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
          const root = fileURLToPath(context.config.root);
          const data = readValidated(filePath, relative(root, filePath), schema);
          return context.parseData({ ...entry, filePath, data: data as typeof entry.data });
        },
      }),
  };
}

/** @throws {Error} if the checks would refuse the file */
function readValidated(path: string, name: string, schema: z.ZodType) {
  const file = name.replaceAll('\\', '/');
  if (!lstatSync(path).isFile()) {
    throw new Error(
      `${file}:1:1  this is a link to a file, not a file. Fix: replace the link with the file itself.`,
    );
  }
  return assertSafeContent({ file, text: readFileSync(path, 'utf8') }, schema).data;
}
