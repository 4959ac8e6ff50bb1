import type { Guide, Question } from '../guide/build-guide.ts';
import type { Paths } from '../links/paths.ts';
import type { PartTexts } from './read-parts.ts';

/** What an export is made from. */
export interface ExportSource {
  readonly guide: Guide;
  readonly paths: Paths;
  /** The prose of a question, taken from its built page. */
  readonly partsOf: (question: Question) => PartTexts;
}

/** A file to be written into the built site. */
export interface ExportedFile {
  /** Path within the site. */
  readonly path: string;
  readonly text: string;
}

/** Makes files from the guide. Pure: the same guide gives the same bytes. */
export type Export = (source: ExportSource) => ExportedFile[];
