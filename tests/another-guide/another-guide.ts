/**
 * The small guide as it might be after a few months, with one question renamed, one removed, and
 * one added.
 */
import { renameSync, rmSync } from 'node:fs';
import { Workspace } from '../support/workspace.ts';
import { writeSmallGuide } from './small-guide.ts';

const questions = 'src/content/questions';
const ledger = 'src/content/code-ledger.yaml';
const newTitle = 'How would you bill a clinic for an AI product?';

/** The title of the new question. It contains markup, which must stay text. */
export const hostileTitle = newTitle.replace(
  'would',
  '</title><script>alert(1)</script> 1 < 2 would',
);
export const newSlug = 'how-would-you-bill-a-clinic';

export function copyWithAnotherGuide(): Workspace {
  const copy = new Workspace();
  writeSmallGuide(copy);
  renameAndRetire(copy);
  addQuestion(copy);
  return copy;
}

/** Renames a question and removes another, as described in CONTRIBUTING.md. */
function renameAndRetire(copy: Workspace): void {
  const renamed = `${questions}/lab-values-explained.mdx`;
  renameSync(copy.path(`${questions}/missing-lab-values.mdx`), copy.path(renamed));
  copy.change(renamed, (text) =>
    text.replace('related: ', 'oldSlugs: [missing-lab-values]\nrelated: '),
  );
  rmSync(copy.path(`${questions}/join-two-registers.mdx`));
  copy.change(ledger, (text) =>
    text
      .replace('[missing-lab-values]', '[missing-lab-values, lab-values-explained]')
      .replace(
        '[join-two-registers] }',
        '[join-two-registers], retired: { on: 2026-11-24, because: "It asked the same as another.", instead: g4h } }',
      ),
  );
}

/**
 * Adds a question with only a page and a ledger entry. Its text contains markup, which must stay
 * text.
 */
function addQuestion(copy: Workspace): void {
  const { status, stderr } = copy.run('new.ts', '--level', 'first-week', newTitle);
  if (status !== 0) throw new Error(stderr);
  copy.change(`${questions}/${newSlug}.mdx`, (text) =>
    text
      .replace(newTitle, hostileTitle)
      .replace(/factsCheckedOn: "([\d-]+)"/, 'factsCheckedOn: $1')
      .replace('(to be written) an acronym, a synonym', '</script><script>alert(1)</script>')
      .replaceAll('sounds like.', 'sounds like <img src=x onerror=alert(1)> ]]>.')
      // Only a parser that takes ":a[" for the start of a directive would run this code.
      .replace('The position, and', ':a[`] {process.exit()} ` The position, and'),
  );
}
