import {
  type Attribute,
  DOMTokenList,
  definePlugin,
  type HtmlElement,
  Rule,
  walk,
} from 'html-validate';

/** An attribute that names the ids of elements. */
interface Naming {
  readonly node: HtmlElement;
  readonly attribute: Attribute;
}

/** The rule of html-validate that each id which something names is there. */
const name = 'no-missing-references';

/**
 * html-validate's own rule looks through the whole page for each id that is named, which was a
 * seventh of all checking. This one looks each up among the ids of the page, and tells the same.
 */
class MissingReferences extends Rule {
  override setup(): void {
    this.on('dom:ready', ({ document }) => {
      const ids = new Set<string | null>();
      const namings: Naming[] = [];
      walk.depthFirst(document, (node) => {
        ids.add(node.id);
        for (const attribute of namingsOf(node)) namings.push({ node, attribute });
      });
      for (const naming of namings) this.#look(naming, ids);
    });
  }

  #look({ node, attribute }: Naming, ids: ReadonlySet<string | null>): void {
    const { key, value, valueLocation } = attribute;
    const list = node.meta?.attributes[key]?.list ?? false;
    const named = list
      ? [...new DOMTokenList(value, valueLocation).iterator()]
      : [{ item: String(value), location: valueLocation }];
    for (const { item, location } of named) {
      if (ids.has(item)) continue;
      this.report({ node, message: `Element references missing id "${item}"`, location });
    }
  }
}

function namingsOf({ meta, attributes }: HtmlElement): Attribute[] {
  return attributes.filter(
    ({ key, value }) => meta?.attributes[key]?.reference === 'id' && value !== null && value !== '',
  );
}

/** Has the rule stand in for the one of its name. */
export const missingReferences = definePlugin({
  name: 'missing-references',
  rules: { [name]: MissingReferences },
});
