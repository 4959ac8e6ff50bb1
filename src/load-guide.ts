import { getCollection } from 'astro:content';
import { buildGuide, type Guide } from './domain/guide/build-guide.ts';
import { guide } from './guide.ts';

let loading: Promise<Guide> | undefined;

/**
 * The guide object from the content collections, created once per build. The development server
 * runs this module again after each edit, like everything that imports the content.
 */
export function loadGuide(): Promise<Guide> {
  loading ??= readGuide();
  return loading;
}

/** The question on the start page. */
export async function heroQuestion() {
  const { byCode, questions } = await loadGuide();
  return byCode.get(guide.heroQuestion) ?? questions[0];
}

/** The day on which facts were last checked, `YYYY-MM-DD`. */
export async function lastChecked(): Promise<string> {
  const { questions } = await loadGuide();
  const days = questions.map(({ factsCheckedOn }) => factsCheckedOn);
  return days.sort().at(-1) ?? '';
}

async function readGuide(): Promise<Guide> {
  const [questions, ledger, sources, terms, paths, labs] = await Promise.all([
    getCollection('questions'),
    getCollection('codeLedger'),
    getCollection('sources'),
    getCollection('glossary'),
    getCollection('paths'),
    getCollection('labs'),
  ]);
  return buildGuide({
    questions: questions.map(({ id, data, body }) => ({ slug: id, data, body: body ?? '' })),
    ledger: ledger.map(({ data }) => data),
    sources,
    terms,
    paths,
    labs,
  });
}
