import {
  type GlossaryData,
  glossaryDataSchema,
  libraryDataVersion,
  type SourcesData,
  sourcesDataSchema,
} from '../../schemas/library-data.ts';
import { dataFiles } from './data-files.ts';
import type { Export } from './export.ts';

/** `/data/sources.json` and `/data/glossary.json`, each with the JSON Schema that describes it. */
export const libraryJson: Export = {
  downloads: [
    {
      path: 'data/sources.json',
      title: 'Sources as JSON',
      group: 'programs',
      purpose: 'Every source with its issuer, date, status, and the date of our last check.',
      use: 'To cite sources or track changes. sources.schema.json describes the fields.',
    },
    {
      path: 'data/glossary.json',
      title: 'Glossary as JSON',
      group: 'programs',
      purpose: 'Every term with its definition, other names, and source.',
      use: 'For your own tools. glossary.schema.json describes the fields.',
    },
  ],
  make: (source) => {
    const { guide } = source;
    const sources = [...guide.sources.values()].map((entry) => ({
      ...entry,
      citedBy: [...entry.citedBy],
    })) satisfies SourcesData['sources'];
    const terms = [...guide.terms.values()].map((entry) => ({
      ...entry,
      usedBy: [...entry.usedBy],
    })) satisfies GlossaryData['terms'];
    const version = libraryDataVersion;
    return [
      ...dataFiles(
        {
          name: 'sources',
          title: 'sources',
          schema: sourcesDataSchema,
          data: { version, sources },
        },
        source,
      ),
      ...dataFiles(
        {
          name: 'glossary',
          title: 'glossary',
          schema: glossaryDataSchema,
          data: { version, terms },
        },
        source,
      ),
    ];
  },
};
