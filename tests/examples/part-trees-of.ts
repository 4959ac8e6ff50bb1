import { readPage } from '../../src/domain/content-checks/read-page.ts';
import { type PartTrees, partTrees } from '../../src/domain/guide/part-tree.ts';

/** Returns the parts of a page from the text that a writer puts below its front matter. */
export function partTreesOf(text: string): PartTrees {
  const { tree, issues } = readPage({ file: 'a.mdx', text: `---\na: 1\n---\n${text}` });
  if (tree === undefined) throw new Error(JSON.stringify(issues));
  return partTrees(tree);
}

/** The content that replaces the elements in such a page. */
export const exampleInserts = {
  sources: ['law-one', 'law-two'],
  figures: new Map([
    [
      'a-figure',
      {
        caption: 'What leads where.',
        description: 'A leads to B.',
        width: 400,
        height: 9,
        svg: '<g class="box data"><rect x="1"/><text class="name">A &amp; B</text></g><path class="arrow" d="M0 0" stroke-dasharray="5 4"/><path class="new" d="M0 0"/>',
      },
    ],
  ]),
};
