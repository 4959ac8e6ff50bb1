import type { TermData } from '../../schemas/term.ts';
import { type Issue, issueAt } from './issue.ts';
import { type AnyNode, positionIn, walk } from './node.ts';

/**
 * All-caps words that need no explanation or aren't acronyms, such as countries, units, numerals,
 * and names.
 */
const plain = (
  'A AI AM CEO CFO GB HTML HTTP HTTPS I II III IIA IIB IV IX JSON MB OK PDF PM US USA UK EU ' +
  'V VI VII VIII X XML URL ID CT CPU GPU IP JAMA NEJM BMJ UCLA UCSF UCSD MIT COVID COVID-19 DAX RSNA DOAC LP VA SCREEN'
).split(' ');

/**
 * Returns a check for acronyms that the glossary doesn't explain. The check is created once and
 * used for every question page.
 *
 * @param unread the contents of glossary files with errors. Acronyms in them count as explained.
 */
export function acronymCheck(terms: readonly TermData[], unread: readonly string[]) {
  const names = [
    ...unread,
    ...terms.flatMap(({ term, expansion = '', aliases }) => [term, expansion, ...aliases]),
  ];
  const known = new Set([...plain, ...names.flatMap((name) => acronymsIn(name))]);
  return function* (file: string, tree: AnyNode): Generator<Issue> {
    const seen = new Set(known);
    for (const node of walk(tree)) {
      if (node.type !== 'text') continue;
      for (const acronym of acronymsIn(node.value ?? '')) {
        if (seen.has(acronym)) continue;
        seen.add(acronym);
        const position = positionIn(node, node.value?.indexOf(acronym) ?? 0);
        yield issueAt('acronym-unknown', file, position, {
          what: `the glossary doesn’t explain "${acronym}"`,
          expected: 'a term, or an alias of one, in content/glossary',
          found: 'none',
          fix: 'add the term, or spell the acronym out',
        });
      }
    }
  };
}

/**
 * Returns the acronyms in the text, such as `FHIR` and `ICD-10`: two or more capitals, possibly
 * with digits and hyphens, but without three digits in a row. A plural s is left out.
 */
function acronymsIn(text: string): string[] {
  const runs =
    text.match(/(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*[A-Z0-9](?=s?(?![\p{L}\p{N}]))/gu) ??
    [];
  return runs.filter((run) => (run.match(/[A-Z]/g)?.length ?? 0) >= 2 && !/\d{3}/.test(run));
}
