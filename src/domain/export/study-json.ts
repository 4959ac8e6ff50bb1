import type { RootContent } from 'mdast';
import type { Question } from '../guide/build-guide.ts';
import { type StudyData, type StudyQuestion, studyDataVersion } from '../practice/study-data.ts';
import { codeBookOf } from '../study-set/code-book.ts';
import { shortHash } from '../words/short-hash.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';
import { plainText } from './read-parts.ts';

/** The practice data: `/data/study.json` and `/data/study/` (see `../practice/study-data.ts`). */
export const studyJson: Export = { downloads: [], make: makeStudyData };

export function makeStudyData({
  guide,
  markdownOf,
}: Pick<ExportSource, 'guide' | 'markdownOf'>): ExportedFile[] {
  const questions = guide.questions.map((question) =>
    studyQuestion(question, pointsOf(markdownOf(question).hint ?? [])),
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

function studyQuestion(question: Question, points: string[]): StudyQuestion {
  const { code, slug, title, label, short, level, topics, minutes, rubric, calibration, probes } =
    question;
  if (points.length === 0) throw new Error(`The question "${slug}" has no hint.`);
  const asked = { code, slug, title, label, short, level, topics, minutes };
  return { ...asked, criteria: rubric, calibration, probes, points };
}

function pointsOf(hint: readonly RootContent[]): string[] {
  return hint.flatMap((block) =>
    block.type === 'list' ? block.children.map(plainText) : [plainText(block)],
  );
}
