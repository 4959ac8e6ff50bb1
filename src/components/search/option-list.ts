import { element } from '../button.ts';

/** A list box whose options are links. The focus stays in its text field. */
export class OptionList {
  readonly element = element('div', {
    id: 'search-dialog-results',
    className: 'results',
    role: 'listbox',
    ariaLabel: 'Results',
  });
  readonly #field: HTMLInputElement;
  #active: HTMLAnchorElement | undefined;
  #made = 0;

  /** @param field the combobox, which names the list and the chosen option */
  constructor(field: HTMLInputElement) {
    this.#field = field;
    // Keys and the pointer choose the same option, so that only one is chosen at a time.
    this.element.addEventListener('pointermove', ({ target }) => {
      const option = target instanceof Element ? target.closest('a') : null;
      if (option !== null) this.#choose(option);
    });
    field.setAttribute('aria-controls', this.element.id);
    Object.assign(field, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#options.find((option) => option === this.#active);
  }

  clear(): void {
    this.element.replaceChildren();
    this.#field.ariaExpanded = 'false';
    this.#active = undefined;
    this.#field.removeAttribute('aria-activedescendant');
  }

  add(group: string, links: readonly HTMLAnchorElement[]): void {
    if (links.length === 0) return;
    for (const link of links) {
      const id = `search-option-${this.#made}`;
      this.#made += 1;
      Object.assign(link, { id, role: 'option', ariaSelected: 'false', tabIndex: -1 });
    }
    this.#groupOf(group).append(...links);
    this.#field.ariaExpanded = 'true';
  }

  #groupOf(name: string): Element {
    const heading = element('div', { className: 'group-name', role: 'presentation' }, name);
    const group = element('div', { role: 'group', ariaLabel: name }, heading);
    this.element.append(group);
    return group;
  }

  choose(option: HTMLAnchorElement | undefined): void {
    if (option === undefined) return;
    this.#choose(option);
    option.scrollIntoView({ block: 'nearest' });
  }

  #choose(option: HTMLAnchorElement): void {
    if (this.#active !== undefined) this.#active.ariaSelected = 'false';
    this.#active = option;
    option.ariaSelected = 'true';
    this.#field.setAttribute('aria-activedescendant', option.id);
  }

  /** Chooses the next option (1) or the previous one (-1), wrapping around. */
  move(step: 1 | -1): void {
    const options = this.#options;
    if (options.length === 0) return;
    const place = this.#active === undefined ? -1 : options.indexOf(this.#active);
    this.choose(options[(place + step + options.length) % options.length]);
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.element.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }
}
