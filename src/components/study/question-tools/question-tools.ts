/**
 * The "Save" button of a question page. What it opens, below the facts about the question, is
 * loaded when it is first pressed: pages that are only read load nothing of study.
 */
export class QuestionToolsElement extends HTMLElement {
  #panel: Promise<HTMLElement> | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button !== null) button.onclick = () => void this.#toggle(button);
  }

  async #toggle(button: HTMLButtonElement): Promise<void> {
    const isOpen = button.ariaExpanded !== 'true';
    button.ariaExpanded = String(isOpen);
    try {
      this.#panel ??= this.#load();
      (await this.#panel).hidden = !isOpen;
    } catch {
      this.#panel = undefined;
      button.ariaExpanded = 'false';
      // Browsers do not ask again for a script that they could not get.
      button.textContent = 'Save (reload the page)';
    }
  }

  async #load(): Promise<HTMLElement> {
    const { questionPanel } = await import('./question-panel.ts');
    const panel = questionPanel(this.dataset['base'] ?? '/', this.dataset['code'] ?? '');
    this.closest('.facts')?.after(panel);
    return panel;
  }
}
