import type { StudyTerm } from '../domain/practice/decks.ts';
import { readStudyData, type StudyData, studyDataVersion } from '../domain/practice/study-data.ts';
import {
  type SearchTerm,
  type SearchTerms,
  searchDataVersion,
} from '../domain/search/search-data.ts';
import { levels } from '../guide-settings.ts';
import { libraryDataVersion } from '../lib/published-data-versions.ts';
import type { Result } from '../lib/result.ts';
import { readDataFile } from './data-file.ts';
import { loadProblem } from './outdated-page.ts';

/**
 * The data files for study pages. Each is fetched once. If that fails, the next call tries again.
 */
export class StudyFiles {
  readonly #folder: string;
  readonly #asked = new Map<string, Promise<unknown>>();

  /** @param folder the URL of the built data, such as `/data/` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async study(): Promise<Result<StudyData>> {
    const [index, ...parts] = await Promise.all([
      this.#json<object>('study.json', studyDataVersion),
      ...levels.map(({ id }) =>
        this.#json<{ readonly questions: unknown }>(`study/${id}.json`, studyDataVersion),
      ),
    ]);
    const questions: unknown[] = [];
    for (const part of parts) {
      if ('problem' in part) return part;
      questions.push(part.value.questions);
    }
    return 'problem' in index
      ? index
      : readStudyData({ ...index.value, questions: questions.flat() });
  }

  async terms(): Promise<Result<readonly StudyTerm[]>> {
    const json = await this.#json<{ readonly terms: readonly StudyTerm[] }>(
      'glossary.json',
      libraryDataVersion,
    );
    return 'problem' in json ? json : { value: json.value.terms };
  }

  async termNames(): Promise<Result<readonly SearchTerm[]>> {
    const json = await this.#json<Pick<SearchTerms, 'terms'>>(
      'search/terms.json',
      searchDataVersion,
    );
    return 'problem' in json ? json : { value: json.value.terms };
  }

  async #json<T>(file: string, version: number): Promise<Result<T>> {
    const asked = this.#asked.get(file) ?? fetchData(this.#folder + file, version);
    this.#asked.set(file, asked);
    try {
      return { value: (await asked) as T };
    } catch (error) {
      this.#asked.delete(file);
      return { problem: loadProblem(error, unreachable) };
    }
  }
}

const unreachable =
  'We couldn’t load the questions. Check your connection and reload the page. Your progress is safe on this device.';

async function fetchData(address: string, version: number): Promise<unknown> {
  return readDataFile(await fetch(address), version);
}
