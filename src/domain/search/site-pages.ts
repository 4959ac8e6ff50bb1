import { type Companion, companions } from '../../guide.ts';
import type { Guide } from '../guide/build-guide.ts';
import type { LabSummary } from '../guide/subject.ts';
import type { Paths } from '../links/paths.ts';

/** A page of the guide other than a question, or a glossary entry, in the search data. */
export interface SitePage {
  readonly kind: 'Page' | 'Lab' | 'Path' | 'Topic' | 'Level' | 'Term';
  readonly title: string;
  readonly url: string;
  /** Other names that people search for. */
  readonly names?: readonly string[] | undefined;
}

const companionPages: readonly Companion[] = companions;

export function sitePages(guide: Guide, paths: Paths): SitePage[] {
  const page = (title: string, url: string, names: readonly string[]): SitePage => ({
    kind: 'Page',
    title,
    url,
    names,
  });
  return [
    ...companionPages.map(({ id, label, inSidebar, aliases = [] }) =>
      page(label, paths.companion(id), [...(inSidebar ? [inSidebar] : []), ...aliases]),
    ),
    page('Practice', paths.practice, ['flashcards', 'spaced repetition', 'interview date', 'plan']),
    page('Mock interview', paths.mock, ['scorecard', 'interview someone']),
    page('Question sets', paths.set, ['share questions', 'study group']),
    page('Your progress', paths.progress, ['export progress', 'import progress', 'backup']),
    page('Saved', paths.saved, ['bookmarks', 'notes']),
    page('Labs', paths.labs, ['simulations', 'interactive']),
    page('Topics', paths.topics, []),
    page('Learning paths', paths.paths, ['study plan']),
    page('Glossary', paths.glossary, ['terms', 'definitions']),
    page('All questions', paths.questions, ['list of questions']),
    page('Sources', paths.sources, ['references', 'bibliography']),
    page('Downloads', paths.downloads, ['PDF', 'EPUB', 'Anki', 'Anki deck', 'CSV', 'print']),
    page('Recent changes', paths.changes, ['what changed', 'updates', 'RSS feed', 'news']),
    page('Offline', paths.offline, ['offline reading', 'install']),
    page('About this guide', paths.companion('about'), ['license', 'privacy of this guide']),
    ...guide.paths.map(({ id, title }): SitePage => ({ kind: 'Path', title, url: paths.path(id) })),
    ...guide.levels.map(
      ({ id, label }): SitePage => ({ kind: 'Level', title: label, url: paths.level(id) }),
    ),
    ...guide.topics.map(
      ({ id, label }): SitePage => ({ kind: 'Topic', title: label, url: paths.topic(id) }),
    ),
  ];
}

export function labPages(labs: readonly LabSummary[], paths: Paths): SitePage[] {
  return labs.map(({ id, title, aliases }) => ({
    kind: 'Lab',
    title,
    url: paths.lab(id),
    names: aliases,
  }));
}
