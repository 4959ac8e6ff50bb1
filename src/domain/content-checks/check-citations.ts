import type { QuestionData } from '../../schemas/question.ts';
import { type SourceData, sourceKinds, sourceStatuses } from '../../schemas/source.ts';
import { tellsOwnStories } from '../guide/own-stories.ts';
import { closest } from '../words/closest.ts';
import { workedExamples } from '../worked/examples.ts';
import type { ValidEntry } from './check-guide.ts';
import { fileStart, type Issue, issueAt, type Position, shown } from './issue.ts';
import { type AnyNode, attributeOf, hasAttribute, startOf, walk } from './node.ts';

/** Behavioral questions need fewer sources because their answers tell stories. */
const minSources = 3;
const minSourcesBehavioral = 1;

export interface SourceTable {
  readonly valid: ReadonlyMap<string, ValidEntry<SourceData>>;
  /**
   * Includes records with errors, so that the errors are reported once and not on every page that
   * cites such a record.
   */
  readonly ids: readonly string[];
}

export function* checkCitations(
  file: string,
  { level }: Partial<QuestionData>,
  tree: AnyNode,
  sources: SourceTable,
): Generator<Issue> {
  const cites = walk(tree).filter((node) => node.name === 'Cite');
  for (const node of cites) yield* citationIssues(file, node, sources);
  const ids = new Set(cites.map((node) => attributeOf(node, 'id') ?? ''));
  if (level === undefined) return;
  const min = tellsOwnStories(level) ? minSourcesBehavioral : minSources;
  if (ids.size >= min && [...ids].some((id) => mayBePrimary(id, sources))) return;
  yield issueAt('sources-few', file, fileStart, {
    what: ids.size < min ? 'the page has too few sources' : 'the page has no primary source',
    expected: `at least ${min}, one of them primary`,
    found: `${ids.size}`,
    fix: 'cite the law, guidance, study, or documentation behind the claims',
  });
}

/** Also true if the source's record has errors, because its kind is unknown then. */
function mayBePrimary(id: string, { valid, ids }: SourceTable): boolean {
  const source = valid.get(id);
  return source === undefined ? ids.includes(id) : sourceKinds[source.data.kind].primary;
}

function* citationIssues(file: string, node: AnyNode, sources: SourceTable): Generator<Issue> {
  const id = attributeOf(node, 'id') ?? '';
  const source = sources.valid.get(id);
  if (source === undefined) {
    if (!sources.ids.includes(id)) yield unknownSource(file, startOf(node), id, sources.ids);
  } else if (!sourceStatuses[source.data.status].current && !hasAttribute(node, 'history')) {
    yield issueAt('source-superseded', file, startOf(node), {
      what: `"${id}" is ${source.data.status}`,
      expected: 'a current source, or a citation marked as history',
      found: 'a citation that isn’t marked as history',
      fix: `cite what replaced it, or write <Cite id="${id}" history /> where the text describes the past`,
    });
  }
}

export function unknownSource(
  file: string,
  at: Position,
  id: string,
  known: readonly string[],
): Issue {
  return issueAt('source-unknown', file, at, {
    what: 'no source has this id',
    expected: closest(id, known) ?? 'the name of a file in content/sources',
    found: shown(id),
    fix: 'check the id, or add a record for the source',
  });
}

const exampleIds = new Set(workedExamples.keys());

export function* checkInserts(
  file: string,
  tree: AnyNode,
  figures: ReadonlySet<string>,
): Generator<Issue> {
  for (const node of walk(tree).filter(({ name }) => name === 'Worked' || name === 'Figure')) {
    const isFigure = node.name === 'Figure';
    const known = isFigure ? figures : exampleIds;
    const id = attributeOf(node, 'id') ?? '';
    if (known.has(id)) continue;
    const source = isFigure
      ? 'the name of a file in src/components/figures/drawn'
      : 'the name of a file in src/domain/worked/examples';
    yield issueAt(isFigure ? 'figure-unknown' : 'worked-unknown', file, startOf(node), {
      what: `no ${isFigure ? 'figure' : 'worked example'} has this id`,
      expected: closest(id, [...known]) ?? source,
      found: shown(id),
      fix: isFigure ? `use ${source}, without its extension` : `use ${source}`,
    });
  }
}
