import { getCollection } from 'astro:content';
import { buildGuide, type Guide } from './domain/guide/build-guide.ts';

let loading: Promise<Guide> | undefined;

/** The guide object from the content collections, made once a build. */
export function loadGuide(): Promise<Guide> {
  loading ??= readGuide();
  const current = loading;
  // The development server must see edits: what was read serves the page that is being made.
  if (import.meta.env.DEV) {
    setTimeout(() => {
      if (loading === current) loading = undefined;
    }, 300);
  }
  return current;
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
