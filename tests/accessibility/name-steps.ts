/** The page as assistive technology sees it, from Chromium's accessibility tree. */
import type { Page } from 'playwright-core';

/** A node that the accessibility tree doesn't ignore. */
interface TreeNode {
  readonly role: string;
  readonly name: string;
  readonly level: number | undefined;
}

const controls = new Set([
  ...['button', 'checkbox', 'combobox', 'link', 'listbox', 'option', 'radio', 'searchbox'],
  ...['slider', 'spinbutton', 'switch', 'textbox', 'Audio', 'Date', 'DisclosureTriangle'],
]);

/** The roles that screen readers can jump to. */
const landmarks = new Set([
  ...['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region', 'search'],
]);

async function tree(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      level: properties?.find((property) => property.name === 'level')?.value.value as
        | number
        | undefined,
    }));
}

export interface Named {
  /** The landmarks in order, as "role: name" or, if they have no name, as "role". */
  readonly landmarks: readonly string[];
  /** The names of first-level headings. */
  readonly titles: readonly string[];
  /** Controls and dialogs without a name, repeated landmarks, and skipped heading levels. */
  readonly faults: readonly string[];
}

export async function readNames(page: Page): Promise<Named> {
  const nodes = await tree(page);
  const places = nodes
    // A form is a landmark only if it has a name. Chromium leaves out regions without one.
    .filter(({ role, name }) => landmarks.has(role) && (role !== 'form' || name !== ''))
    .map(asWords);
  const headings = nodes.filter(({ role }) => role === 'heading');
  return {
    landmarks: places,
    titles: headings.filter(({ level }) => level === 1).map(({ name }) => name),
    faults: [
      ...nodes
        .filter(({ role, name }) => (controls.has(role) || role === 'dialog') && name === '')
        .map(({ role }) => `a ${role} without a name`),
      ...places
        .filter((place, index) => places.indexOf(place) < index)
        .map((place) => `two ${place}`),
      ...headings.flatMap(({ level = 0, name }, index) => {
        // A dialog starts with a second-level heading.
        const before = headings[index - 1]?.level ?? 1;
        return level > before + 1 ? [`heading "${name}" skips from ${before} to ${level}`] : [];
      }),
    ],
  };
}

function asWords({ role, name }: TreeNode): string {
  return name === '' ? role : `${role}: ${name}`;
}
