import { expect, it } from 'vitest';
import { pdfNames, pdfsNamed, printDownloads } from './print-pages.ts';

it('PDFs are named like their files; all of them, or one, can be asked for', () => {
  expect(pdfsNamed('all')).toEqual(printDownloads);
  for (const name of pdfNames().split(', ')) {
    expect(pdfsNamed(name)).toMatchObject([{ path: `downloads/${name}.pdf` }]);
  }
  expect(pdfsNamed('begginer')).toBeUndefined();
});
