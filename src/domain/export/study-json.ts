import type { Question } from '../guide/build-guide.ts';
import { type StudyData, type StudyQuestion, studyDataVersion } from '../practice/study-data.ts';
import { codeBookOf } from '../study-set/code-book.ts';
import { shortHash } from '../words/short-hash.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';

/** `/data/study.json` and `/data/study/`: data for practice (see `../practice/study-data.ts`). */
export const studyJson: Export = { downloads: [], make: makeStudyData };

export function makeStudyData({
  guide,
  partsOf,
}: Pick<ExportSource, 'guide' | 'partsOf'>): ExportedFile[] {
  const questions = guide.questions.map((question) =>
    studyQuestion(question, partsOf(question).hint),
  );
  const book = codeBookOf(guide);
  const data: Omit<StudyData, 'questions'> = {
    version: studyDataVersion,
    contentVersion: shortHash(JSON.stringify(questions)),
    book: { codes: [...book.codes], retired: [...book.retired] },
    learningPaths: guide.learningPaths.map(({ id, title, questions: entries }) => ({
      id,
      title,
      codes: entries.map(({ code }) => code),
    })),
  };
  return [
    { path: 'data/study.json', content: JSON.stringify(data) },
    ...guide.levels.map(({ id }) => ({
      path: `data/study/${id}.json`,
      content: JSON.stringify({
        version: studyDataVersion,
        questions: questions.filter(({ level }) => level === id),
      }),
    })),
  ];
}

function studyQuestion(question: Question, hint: string | undefined): StudyQuestion {
  const { code, slug, title, label, short, level, topics, minutes, rubric, calibration, probes } =
    question;
  if (!hint) throw new Error(`The question "${slug}" has no hint.`);
  return {
    code,
    slug,
    title,
    label,
    short,
    level,
    topics,
    minutes,
    criteria: rubric,
    calibration,
    probes,
    points: pointsOf(hint),
  };
}

/** The points of a hint, without their numbers. */
export function pointsOf(hint: string): string[] {
  return hint
    .split('\n')
    .map((move) => move.replace(/^\d+\.\s+/, ''))
    .filter((move) => move !== '');
}
