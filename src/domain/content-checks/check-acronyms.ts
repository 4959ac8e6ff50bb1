import type { TermData } from '../../schemas/term.ts';
import type { Issue } from './issue.ts';
import { type AnyNode, startOf, walk } from './node.ts';

/** Capitals that need no explanation, or aren't acronyms: countries, units, numerals, names. */
const plain = new Set(
  (
    'A AI AM CEO CFO GB HTML HTTP HTTPS I II III IIA IIB IV IX JSON MB OK PDF PM US USA UK EU ' +
    'V VI VII VIII X XML URL ID CT CPU GPU IP JAMA NEJM BMJ UCLA UCSF UCSD MIT COVID COVID-19 DAX RSNA DOAC LP VA SCREEN'
  ).split(' '),
);

/** Finds acronyms that the glossary does not explain. Created once, used for every page. */
export function acronymCheck(terms: readonly TermData[]): (file: string, tree: AnyNode) => Issue[] {
  const known = new Set(
    terms.flatMap(({ term, expansion, aliases }) =>
      [term, expansion ?? '', ...aliases].flatMap((name) => acronymsIn(name)),
    ),
  );
  return (file, tree) => {
    const reported = new Set<string>();
    return walk(tree).flatMap((node) => {
      if (node.type !== 'text') return [];
      return acronymsIn(node.value ?? '').flatMap((acronym): Issue[] => {
        if (known.has(acronym) || plain.has(acronym) || reported.has(acronym)) return [];
        reported.add(acronym);
        return [
          {
            kind: 'acronym-unknown',
            file,
            ...startOf(node),
            what: `the glossary doesn’t explain "${acronym}"`,
            expected: 'a term, or an alias of one, in content/glossary',
            found: 'none',
            fix: 'add the term, or spell the acronym out',
          },
        ];
      });
    });
  };
}

/** Runs of two or more capitals, with digits, hyphens, and a plural s: `FHIR`, `ICD-10`, `LLMs`. */
function acronymsIn(text: string): string[] {
  const runs =
    text.match(/(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*[A-Z0-9](?=s?(?![\p{L}\p{N}]))/gu) ??
    [];
  return runs.filter((run) => (run.match(/[A-Z]/g)?.length ?? 0) >= 2 && !/\d{3}/.test(run));
}
