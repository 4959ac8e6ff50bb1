/** A list box whose options are links; the field that it belongs to keeps the focus. */
export class OptionList {
  readonly element = document.createElement('div');
  readonly #field: HTMLInputElement;
  #active: HTMLAnchorElement | undefined;
  #made = 0;

  /** @param field the combobox, which names the list and the chosen option */
  constructor(field: HTMLInputElement) {
    this.#field = field;
    this.element.id = 'search-dialog-results';
    setAttributes(this.element, { role: 'listbox', 'aria-label': 'Results' });
    setAttributes(field, {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.element.id,
      'aria-expanded': 'false',
    });
  }

  /** The chosen option, if there is one that can be seen. */
  get active(): HTMLAnchorElement | undefined {
    return this.#visible.find((option) => option === this.#active);
  }

  /** Makes a link an option. */
  makeOption(option: HTMLAnchorElement): void {
    option.id = `search-option-${this.#made}`;
    this.#made += 1;
    setAttributes(option, { role: 'option', 'aria-selected': 'false', tabindex: '-1' });
  }

  /** Shows these nodes in place of what is in the list; nothing is chosen then. */
  replace(nodes: readonly Element[]): void {
    this.element.replaceChildren(...nodes);
    this.#field.setAttribute('aria-expanded', String(nodes.length > 0));
    this.#active = undefined;
    this.#field.removeAttribute('aria-activedescendant');
  }

  /** Chooses the first option if none is chosen. */
  chooseFirst(): void {
    if (this.#active === undefined) this.#choose(0);
  }

  /** Chooses the next option (1) or the one before (-1), around the ends. */
  move(step: 1 | -1): void {
    const options = this.#visible;
    if (options.length === 0) return;
    const place = this.#active === undefined ? -1 : options.indexOf(this.#active);
    this.#choose((place + step + options.length) % options.length);
  }

  get #visible(): HTMLAnchorElement[] {
    return [...this.element.querySelectorAll<HTMLAnchorElement>('[role=option]:not([hidden])')];
  }

  #choose(place: number): void {
    const option = this.#visible[place];
    if (option === undefined) return;
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', option.id);
  }
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
