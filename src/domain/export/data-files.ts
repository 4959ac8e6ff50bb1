import type { z } from 'astro/zod';
import { guide as settings } from '../../guide.ts';
import { dayOf, type ExportedFile, type ExportSource } from './export.ts';

/** A data file before its license and date are added. */
export interface DataFile {
  /** Name without extension: `questions` is `/data/questions.json`. */
  readonly name: string;
  readonly title: string;
  readonly schema: z.ZodObject;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The file, and the JSON Schema (2020-12) that describes it. */
export function dataFiles(
  { name, title, schema, data }: DataFile,
  source: ExportSource,
): ExportedFile[] {
  const { paths, address } = source;
  const schemaPath = `data/${name}.schema.json`;
  const site = address(paths.home);
  // Without a public URL, the two files reference each other by path.
  const schemaId = address(paths.file(schemaPath)) ?? paths.file(schemaPath);
  const file = {
    $schema: schemaId,
    title: `${settings.title}: ${title}`,
    license: settings.license,
    date: dayOf(source),
    ...(site !== undefined && { site }),
    ...data,
  };
  const { $schema, ...rules } = schema.toJSONSchema();
  const description = {
    $schema,
    $id: schemaId,
    title: file.title,
    description: `What each field of ${name}.json means. License of the content: ${settings.license}`,
    ...rules,
  };
  return [
    { path: `data/${name}.json`, content: json(schema.parse(file)) },
    { path: schemaPath, content: json(description) },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
