import { now, offsetAt } from '../../../browser/clock.ts';
import { writeStorage } from '../../../browser/local-storage.ts';
import { ProgressModel } from '../../../browser/progress-model.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { StudyFiles } from '../../../browser/study-files.ts';
import { type Paths, pathsBelow } from '../../../domain/links/paths.ts';
import type { StudyData, StudyQuestion } from '../../../domain/practice/study-data.ts';
import { questionMarks, writeQuestionMarks } from '../../../domain/progress/question-marks.ts';
import type { SettingsRecord } from '../../../domain/progress/records.ts';
import { writeSavedCodes } from '../../../domain/progress/saved-codes.ts';
import { defaultSettings, settingsOf } from '../../../domain/progress/settings.ts';
import type { Study } from '../../../domain/review/due-day.ts';
import type { Result } from '../../../lib/result.ts';

export interface StudyContext {
  readonly data: StudyData;
  readonly questions: ReadonlyMap<string, StudyQuestion>;
  readonly model: ProgressModel;
  readonly files: StudyFiles;
  readonly paths: Paths;
  readonly settings: ReturnType<typeof settingsOf>;
}

export async function openStudy(base: string): Promise<Result<StudyContext>> {
  const paths = pathsBelow(base);
  const files = new StudyFiles(paths.file('data/'));
  const model = new ProgressModel();
  const [study] = await Promise.all([files.study(), model.read()]);
  if ('problem' in study) return study;
  const questions = new Map(study.value.questions.map((question) => [question.code, question]));
  saveMarks(model, questions);
  model.addEventListener('change', () => saveMarks(model, questions));
  const context = {
    data: study.value,
    questions,
    model,
    files,
    paths,
    get settings() {
      return settingsOf(model.progress);
    },
  };
  return { value: context };
}

/**
 * Stores how the reader's answers went and which questions are saved, for menus and lists. Does
 * nothing if progress couldn't be read.
 */
function saveMarks(model: ProgressModel, questions: StudyContext['questions']): void {
  if (model.failure !== undefined) return;
  writeStorage(storageKeys.marks, writeQuestionMarks(questionMarks(model.progress, questions)));
  const saved = model.progress.bookmarks.map(({ code }) => code);
  writeStorage(storageKeys.saved, writeSavedCodes(saved));
}

export function studyNow({ settings }: StudyContext): Study {
  return { settings, now: now(), offsetAt };
}

/** The settings to change. Those that are undefined are removed. */
type SettingsChange = {
  readonly [Key in keyof SettingsRecord]?: SettingsRecord[Key] | undefined;
};

/** Changes the reader's settings, and merges them with changes from other tabs. */
export function changeSettings({ model }: StudyContext, change: SettingsChange) {
  return model.store.update('settings', 'settings', (settings = defaultSettings) => {
    const changed = { ...settings, ...change, at: now() };
    // Records omit fields that have no value.
    return Object.fromEntries(
      Object.entries(changed).filter(([, value]) => value !== undefined),
    ) as SettingsRecord;
  });
}
