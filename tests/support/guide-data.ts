import { readFileSync } from 'node:fs';
import { readContent } from '../../src/checked-content.ts';
import { checkContent } from '../../src/domain/content-checks/check-content.ts';
import type { QuestionsData } from '../../src/domain/export/data-json.ts';
import type { Guide } from '../../src/domain/guide/build-guide.ts';
import type { StudyData } from '../../src/domain/practice/study-data.ts';

let known: Guide | undefined;

/**
 * Returns the guide, read from the content files. Reading takes seconds, so all test files in a
 * process share the result.
 */
export function guideOnDisk(): Guide {
  known ??= readGuide();
  return known;
}

function readGuide(): Guide {
  const { guide, issues } = checkContent(readContent(process.cwd()));
  if (guide === undefined) throw new Error(`The content is not valid: ${JSON.stringify(issues)}`);
  return guide;
}

export function questionsData(dist: string): QuestionsData {
  return JSON.parse(readFileSync(`${dist}/data/questions.json`, 'utf8')) as QuestionsData;
}

/** Returns the parsed `/data/study.json` from a built site, with the questions at all levels. */
export function studyData(dist: string): StudyData {
  const read = (file: string) => JSON.parse(readFileSync(`${dist}/data/${file}.json`, 'utf8'));
  const levels = new Set(questionsData(dist).questions.map(({ level }) => level));
  const questions = [...levels].flatMap((level) => read(`study/${level}`).questions);
  return { ...read('study'), questions };
}
