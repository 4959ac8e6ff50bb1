import { copyText } from '../browser/copy-text.ts';

/** A button with a text, for code without templates. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.onclick = act;
  return made;
}

/** Fills a `<copy-text>`. @param field shows the text if it can't be copied */
export function addCopyButton(
  place: HTMLElement,
  label: string,
  copied: string,
  field: 'input' | 'textarea',
): HTMLButtonElement {
  const status = document.createElement('span');
  status.role = 'status';
  const copy = button(label, () => copyText(place.dataset['text'] ?? '', copied, status, field));
  place.append(copy, status);
  return copy;
}
