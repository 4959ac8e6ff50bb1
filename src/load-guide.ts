import { getCollection } from 'astro:content';
import { buildGuide, type Guide } from './domain/guide/build-guide.ts';
import { settings } from './guide-settings.ts';

let loading: Promise<Guide> | undefined;

/**
 * Creates the guide from the content collections, once per build. In development, each edit makes
 * this module run again, like all modules that import the content.
 */
export function loadGuide(): Promise<Guide> {
  loading ??= readGuide();
  return loading;
}

export async function heroQuestion() {
  const { byCode, questions } = await loadGuide();
  return byCode.get(settings.heroQuestion) ?? questions[0];
}

/** Returns the day on which facts were last checked, as `YYYY-MM-DD`. */
export async function lastChecked(): Promise<string> {
  const { questions } = await loadGuide();
  const days = questions.map(({ factsCheckedOn }) => factsCheckedOn);
  return days.sort().at(-1) ?? '';
}

async function readGuide(): Promise<Guide> {
  const [questions, ledger, sources, terms, learningPaths, labs] = await Promise.all([
    getCollection('questions'),
    getCollection('codeLedger'),
    getCollection('sources'),
    getCollection('glossary'),
    getCollection('learningPaths'),
    getCollection('labs'),
  ]);
  return buildGuide({
    questions: questions.map(({ id, data, body }) => ({ slug: id, data, body: body ?? '' })),
    ledger: ledger.map(({ data }) => data),
    sources,
    terms,
    learningPaths,
    labs,
  });
}
