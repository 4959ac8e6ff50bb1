import { readDataFile } from '../../../browser/data-file.ts';
import type { Paths } from '../../../domain/links/paths.ts';
import { adQuestions } from '../../../domain/plan/ad-questions.ts';
import { adWords } from '../../../domain/plan/ad-words.ts';
import { AdMatcher } from '../../../domain/plan/match-ad.ts';
import {
  type SearchData,
  type SearchTerms,
  searchDataVersion,
} from '../../../domain/search/search-data.ts';

/**
 * Loads the names of questions and terms that search uses too.
 * @throws Error if they can't be loaded
 */
export async function loadMatcher(paths: Paths): Promise<AdMatcher> {
  const file = async <T>(name: string): Promise<T> =>
    readDataFile<T>(await fetch(paths.file(`data/search/${name}.json`)), searchDataVersion);
  const [{ questions }, terms] = await Promise.all([
    file<SearchData>('search'),
    file<SearchTerms>('terms'),
  ]);
  return new AdMatcher(adQuestions(questions, terms), adWords);
}
