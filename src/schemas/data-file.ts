import { z } from 'astro/zod';

/** What each data file says of itself. */
export const dataFile = {
  $schema: z.string().describe('Address of the JSON Schema of the file, beside it.'),
  title: z.string().describe('What is in the file.'),
  license: z.url().describe('License of the content.'),
  date: z.iso.date().describe('Day of the content, YYYY-MM-DD.'),
  site: z.url().optional().describe('Address of the site; left out if it has no public address.'),
};
