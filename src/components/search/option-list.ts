/** A list box whose options are links; the focus stays in its text field. */
export class OptionList {
  readonly element = document.createElement('div');
  readonly #field: HTMLInputElement;
  #active: HTMLAnchorElement | undefined;
  #made = 0;

  /** @param field the combobox, which names the list and the chosen option */
  constructor(field: HTMLInputElement) {
    this.#field = field;
    this.element.id = 'search-dialog-results';
    this.element.className = 'results';
    setAttributes(this.element, { role: 'listbox', 'aria-label': 'Results' });
    // One option is chosen at a time, by key or pointer.
    this.element.addEventListener('pointermove', ({ target }) => {
      const option = target instanceof Element ? target.closest('a') : null;
      if (option !== null) this.#choose(option);
    });
    setAttributes(field, {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.element.id,
      'aria-expanded': 'false',
    });
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#options.find((option) => option === this.#active);
  }

  clear(): void {
    this.element.replaceChildren();
    this.#field.setAttribute('aria-expanded', 'false');
    this.#active = undefined;
    this.#field.removeAttribute('aria-activedescendant');
  }

  add(group: string, links: readonly HTMLAnchorElement[]): void {
    if (links.length === 0) return;
    for (const link of links) {
      link.id = `search-option-${this.#made}`;
      this.#made += 1;
      setAttributes(link, { role: 'option', 'aria-selected': 'false', tabindex: '-1' });
    }
    this.#groupOf(group).append(...links);
    this.#field.setAttribute('aria-expanded', 'true');
  }

  #groupOf(name: string): Element {
    const known = [...this.element.children].find((group) => group.ariaLabel === name);
    if (known !== undefined) return known;
    const group = document.createElement('div');
    setAttributes(group, { role: 'group', 'aria-label': name });
    this.element.append(group);
    return group;
  }

  choose(option: HTMLAnchorElement | undefined): void {
    if (option === undefined) return;
    this.#choose(option);
    option.scrollIntoView({ block: 'nearest' });
  }

  #choose(option: HTMLAnchorElement): void {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    option.setAttribute('aria-selected', 'true');
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

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
