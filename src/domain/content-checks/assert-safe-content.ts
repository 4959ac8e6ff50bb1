import type { z } from 'astro/zod';
import { checkSafety } from './check-safety.ts';
import { checkSchema } from './check-schema.ts';
import { formatIssue, type Issue } from './issue.ts';
import { type Page, readPage, type SourceFile } from './read-page.ts';
import { type LocatedYaml, readYaml } from './read-yaml.ts';

/**
 * Reads a page or a record for the build with the parser of the checks: its data, and the text of a
 * page with its front matter blanked. Throws an error with each problem as `file:line:col` and a
 * message if it doesn't fit its schema or contains something that could run.
 */
export function assertSafeContent<S extends z.ZodType>(
  source: SourceFile,
  schema: S,
): { readonly data: z.infer<S>; readonly body: string } {
  const { file, text } = source;
  if (file.endsWith('.yaml')) {
    return { data: fitting(file, readYaml(file, text), schema), body: '' };
  }
  const page = readPage(source);
  const data = fitting(file, page.frontMatter, schema);
  guardBody(page);
  return { data, body: page.frontMatter.body };
}

function fitting<S extends z.ZodType>(file: string, yaml: LocatedYaml, schema: S): z.infer<S> {
  const { value, issues } = checkSchema(file, yaml, schema);
  refuse(issues);
  return value as z.infer<S>;
}

/** Throws if anything in the text of a page could run, is hidden, or can't be parsed. */
export function guardBody({ file, tree, issues }: Page): void {
  refuse([...issues, ...(tree === undefined ? [] : checkSafety(file, tree))]);
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new Error(issues.map(formatIssue).join('\n'));
}
