import { hash } from 'node:crypto';
import { HtmlValidate, type Message, type ResolvedConfig, StaticConfigLoader } from 'html-validate';
import { type PagePiece, piecesOf } from '../src/domain/links/page-pieces.ts';
import { missingReferences } from './missing-references.ts';

/** Gives every page the same rules, made once: made for each, they take as long as the checking. */
class SameRules extends StaticConfigLoader {
  #rules: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(page: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#rules ??= super.getConfigFor(page);
    return this.#rules;
  }
}

const validator = new HtmlValidate(
  new SameRules({
    root: true,
    extends: ['html-validate:standard'],
    plugins: [missingReferences],
    // Beyond the standard: an id that something names is there, and a picture has words.
    rules: { 'no-missing-references': 'error', 'wcag/h37': 'error' },
  }),
);

/** Checks the HTML of a page. Returns a line for each fault; `path` is what they call the page. */
export type HtmlCheck = (path: string, html: string) => Promise<string[]>;

/**
 * Makes what checks the pages of a site against the HTML standard: tags that are not closed or stand
 * where they may not, ids that repeat or that something names and that are not there, attributes,
 * and more. Ids that repeat in a page of several pieces are for the caller to find.
 */
export function htmlCheck(): HtmlCheck {
  const sound = new SoundSections();
  return async (path, html) => {
    const problems: string[] = [];
    for (const piece of piecesOf(html)) {
      for (const { line, column, ruleId, message } of await sound.faultsIn(piece)) {
        problems.push(`${path}:${line + piece.linesAbove}:${column}  ${message} (${ruleId})`);
      }
    }
    return problems;
  };
}

/** What the standard holds against the rest of a page, beside ids. */
const heldAgainstOthers = /<(?:form|label|map)\b/;

/**
 * The sections without a fault of articles that were cut out of long pages, by their hashes. Each
 * question stands on two such pages; what is the same on both is looked at once.
 */
class SoundSections {
  readonly #sections = new Set<string>();

  async faultsIn({ text, sections }: PagePiece): Promise<readonly Message[]> {
    const known = sections.filter((section) => this.#sections.has(hashOf(section)));
    const rest = known.reduce((left, section) => left.replace(section, ''), text);
    let faults = await faultsOf(rest);
    // Told of the whole article: something in the rest may have named what was left out.
    if (known.length > 0 && faults.length > 0) faults = await faultsOf(text);
    if (faults.length === 0) this.#add(sections);
    return faults;
  }

  #add(sections: readonly string[]): void {
    for (const section of sections) {
      if (!heldAgainstOthers.test(section)) this.#sections.add(hashOf(section));
    }
  }
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64');
}

async function faultsOf(text: string): Promise<readonly Message[]> {
  const { results } = await validator.validateString(text);
  return results.flatMap(({ messages }) => messages);
}
