import type { StudyTerm } from '../domain/practice/decks.ts';
import { readStudyData, type StudyData } from '../domain/practice/study-data.ts';
import type { SearchTerm } from '../domain/search/search-data.ts';
import { levels } from '../guide.ts';
import type { Result } from '../lib/result.ts';

/** Data files for study pages, each fetched once; a failed fetch is retried the next time. */
export class StudyFiles {
  readonly #folder: string;
  readonly #asked = new Map<string, Promise<string>>();

  /** @param folder URL of the built data, such as `/data/` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async study(): Promise<Result<StudyData>> {
    const [index, ...parts] = await Promise.all([
      this.#json<object>('study.json'),
      ...levels.map(({ id }) => this.#json<{ readonly questions?: unknown }>(`study/${id}.json`)),
    ]);
    const questions: unknown[] = [];
    for (const part of parts) {
      if ('problem' in part) return part;
      // Of a later format, they may be missing; reading the data then says so.
      questions.push(part.value.questions);
    }
    return 'problem' in index
      ? index
      : readStudyData({ ...index.value, questions: questions.flat() });
  }

  async terms(): Promise<Result<readonly StudyTerm[]>> {
    const json = await this.#json<{ readonly terms: readonly StudyTerm[] }>('glossary.json');
    return 'problem' in json ? json : { value: json.value.terms };
  }

  async termNames(): Promise<Result<readonly SearchTerm[]>> {
    const json = await this.#json<{ readonly terms: readonly SearchTerm[] }>('search/terms.json');
    return 'problem' in json ? json : { value: json.value.terms };
  }

  async #json<T>(file: string): Promise<Result<T>> {
    const asked = this.#asked.get(file) ?? fetchText(this.#folder + file);
    this.#asked.set(file, asked);
    const text = await asked.catch(() => undefined);
    if (text === undefined) {
      this.#asked.delete(file);
      return { problem: unreachable };
    }
    try {
      // Written by the same build as this code.
      return { value: JSON.parse(text) as T };
    } catch {
      return { problem: damaged };
    }
  }
}

const unreachable =
  'We couldn’t load the questions. Check your connection and reload the page. Your progress is safe on this device.';
const damaged =
  'We couldn’t read the questions. Reload the page. Your progress is safe on this device.';

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.text();
}
