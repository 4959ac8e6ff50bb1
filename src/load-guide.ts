import { getCollection } from 'astro:content';
import { buildGuide, type Guide } from './domain/guide/build-guide.ts';

let loading: Promise<Guide> | undefined;

/** The guide object, built once a build from the content collections. */
export function loadGuide(): Promise<Guide> {
  // The development server must see edits, so only the build remembers.
  if (import.meta.env.DEV) return readGuide();
  loading ??= readGuide();
  return loading;
}

async function readGuide(): Promise<Guide> {
  const [questions, ledger, sources, terms, paths] = await Promise.all([
    getCollection('questions'),
    getCollection('codeLedger'),
    getCollection('sources'),
    getCollection('glossary'),
    getCollection('paths'),
  ]);
  return buildGuide({
    questions: questions.map(({ id, data, body }) => ({ slug: id, data, body: body ?? '' })),
    ledger: ledger.map(({ data }) => data),
    sources,
    terms,
    paths,
  });
}
