import { z } from 'astro/zod';

/** Metadata of each data file. */
export const dataFile = {
  $schema: z.string().describe('URL of the file’s JSON Schema, in the same folder.'),
  title: z.string().describe('Description of the file.'),
  license: z.url().describe('License of the content.'),
  date: z.iso.date().describe('Date of the content, YYYY-MM-DD.'),
  site: z.url().optional().describe('URL of the site; omitted if it has no public URL.'),
};
