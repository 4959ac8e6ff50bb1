import { copyText } from '../browser/copy-text.ts';

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  Object.assign(made, properties);
  // With the exact type, the compiler would check this call for every kind of element.
  (made as HTMLElement).append(...content);
  return made;
}

export function button(label: string, act: () => void): HTMLButtonElement {
  return element('button', { type: 'button', onclick: act }, label);
}

/**
 * Adds a button that copies the container's `data-text`.
 * @param field the kind of field that shows the text if it can't be copied
 */
export function addCopyButton(
  container: HTMLElement,
  label: string,
  copied: string,
  field: 'input' | 'textarea',
): HTMLButtonElement {
  const status = element('span', { role: 'status' });
  const copy = button(label, () =>
    copyText(container.dataset['text'] ?? '', copied, status, field),
  );
  container.append(copy, status);
  return copy;
}
