import { copyText } from '../../browser/copy-text.ts';
import { loadProblem } from '../../browser/outdated-page.ts';
import {
  type Control,
  type ControlValue,
  fromSlider,
  readValues,
  startValues,
  toSlider,
  type Values,
  writeValue,
} from '../../domain/labs/control.ts';
import { readLabLink, writeLabLink } from '../../domain/labs/lab-link.ts';
import { gapInWords, guessControl, isRight } from './guess.ts';
import type { Lab, LabView } from './lab.ts';
import { labRest, labStage } from './lab-output.ts';

const labs = import.meta.glob<{ readonly lab: Lab }>('./*/lab.ts');

let last = Promise.resolve();

/**
 * Loads a lab and runs it in its element, which it fills if it is empty. Labs load one after the
 * other, because a lab that grew above another one would push it away while someone uses it.
 *
 * @throws if the lab can't be loaded
 */
export function runLab(host: HTMLElement): Promise<void> {
  const run = async (): Promise<void> => {
    const code = await labs[`./${host.dataset['lab']}/lab.ts`]?.();
    if (code === undefined) return;
    if (!host.querySelector('form')) await (await import('./fill-lab.ts')).fillLab(host, code.lab);
    new LabRunner(host, code.lab).openLink();
    host.dataset['ready'] = '';
  };
  // Continues even if the one before could not be loaded.
  last = last.then(run, run);
  return last;
}

/** Runs a lab on the HTML that the page already has: first the guess, then the controls. */
class LabRunner {
  readonly #host: HTMLElement;
  readonly #lab: Lab;
  readonly #form: HTMLFormElement;
  #values: Values;
  #view: LabView;

  constructor(host: HTMLElement, lab: Lab) {
    this.#host = host;
    this.#lab = lab;
    this.#form = this.#part('form');
    this.#form.hidden = false;
    this.#part<HTMLFieldSetElement>('.lab-guess').disabled = false;
    this.#values = startValues(lab.controls);
    this.#view = lab.view(this.#values);
    this.#change(this.#values);
    this.#form.addEventListener('input', ({ target }) => this.#take(target));
    this.#form.addEventListener('change', () => this.#settle());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('reset', () => queueMicrotask(() => this.#start()));
    host.addEventListener('input', ({ target }) => this.#writeGuess(target));
    host.addEventListener('click', ({ target }) => this.#press(target));
    window.addEventListener('hashchange', () => this.openLink());
  }

  #press(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const actions: Readonly<Record<string, (value: string) => unknown>> = {
      set: (values) => this.#set(values),
      guess: (option) => this.#answer(option),
      answer: () => this.#answer(this.#guessed()),
      skip: () => this.#open(''),
      solve: (at) => this.#solve(Number(at)),
      copy: () => this.#copyLink(),
      keep: () => this.#save(),
      export: (as) => this.#export(as),
    };
    const { dataset = {} } = target.closest('button') ?? {};
    for (const [name, value = ''] of Object.entries(dataset)) actions[name]?.(value);
  }

  /** Sets the values from the URL, if it links to this lab, and skips the guess. */
  openLink(): void {
    const { id, controls } = this.#lab;
    const values = readLabLink(location.hash, id, controls);
    if (values === undefined) return;
    this.#host.dataset['open'] = '';
    this.#change(values);
  }

  #guessed(): number {
    const { guess } = this.#lab;
    const { valueAsNumber } = this.#part<HTMLInputElement>('[data-guess-slider]');
    return guess.kind === 'slider' ? fromSlider(guessControl(guess), valueAsNumber) : Number.NaN;
  }

  #writeGuess(target: EventTarget | null): void {
    const { guess } = this.#lab;
    if (!(target instanceof HTMLInputElement) || guess.kind !== 'slider') return;
    if (!target.matches('[data-guess-slider]')) return;
    const text = guess.write(this.#guessed());
    this.#part('[data-guessed]').textContent = text;
    target.ariaValueText = text;
  }

  #answer(guessed: string | number): void {
    const { guess } = this.#lab;
    if (!isRight(guess, guessed)) this.#offerToSave();
    this.#open(gapInWords(guess, guessed));
  }

  #open(gap: string): void {
    this.#host.dataset['open'] = '';
    const place = this.#part('[data-gap]');
    place.textContent = gap;
    const next = gap ? place : this.#form.querySelector<HTMLElement>('input, select, button');
    next?.focus({ preventScroll: true });
    this.#part('.lab-ask').scrollIntoView({ block: 'nearest' });
  }

  /** Sets controls from a button in the figure: `name=value&…`, like a query string. */
  #set(set: string): void {
    const fields = new URLSearchParams(set);
    const changed = this.#lab.controls.filter(({ name }) => fields.has(name));
    this.#change({ ...this.#values, ...readValues(changed, (name) => fields.get(name)) });
    this.#settle();
  }

  #take(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.type === 'range') {
      const { of = '' } = target.dataset;
      const control = this.#lab.controls.find(({ name }) => name === of);
      const field = this.#form.elements.namedItem(of);
      if (control?.kind === 'number' && field instanceof HTMLInputElement) {
        field.value = writeValue(fromSlider(control, target.valueAsNumber));
      }
    }
    const data = new FormData(this.#form);
    const now = readValues(this.#lab.controls, (name) => data.get(name)?.toString());
    this.#change(this.#lab.follow?.(now, this.#values) ?? now, target);
  }

  #start(solution?: Values): void {
    this.#change({ ...startValues(this.#lab.controls), ...solution });
    this.#settle();
  }

  /** Shows the results for these values, except in the field that someone types in. */
  #change(values: Values, typed?: EventTarget | null): void {
    this.#values = values;
    this.#fill(typed);
    this.#view = this.#lab.view(this.#values);
    const focused = document.activeElement?.getAttribute('data-key');
    const rest = this.#part('[data-rest]');
    const open = [...rest.querySelectorAll('details')].map((details) => details.open);
    // Markup of our own, with every text escaped.
    this.#part('[data-stage]').innerHTML = labStage(this.#view).text;
    this.#part('[data-result]').textContent = this.#view.result;
    rest.innerHTML = labRest(this.#view).text;
    for (const [at, details] of rest.querySelectorAll('details').entries()) {
      details.open = open[at] ?? false;
    }
    const place = `[data-key="${CSS.escape(focused ?? '')}"]`;
    this.#host.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
  }

  /** Announces the result, checks the challenges, and writes the values into the URL. */
  #settle(): void {
    const { id, controls, challenges } = this.#lab;
    const solved = challenges.flatMap((challenge, at) => {
      const place = this.#host.querySelectorAll<HTMLElement>('[data-challenge]')[at];
      if (place?.dataset['solved'] !== undefined || !challenge.isMet(this.#values)) return [];
      if (place) place.dataset['solved'] = '';
      return [`Challenge ${at + 1} solved.`];
    });
    this.#part('[data-said]').textContent = [...solved, this.#view.result].join(' ');
    history.replaceState(history.state, '', writeLabLink(id, controls, this.#values));
  }

  #solve(at: number): void {
    this.#offerToSave();
    this.#start(this.#lab.challenges[at]?.solution);
    this.#part('.lab-bench').scrollIntoView({ block: 'nearest' });
  }

  #offerToSave(): void {
    if (this.#lab.questions.length > 0) this.#part('.lab-save').hidden = false;
  }

  async #save(): Promise<void> {
    const status = this.#part('[data-save-status]');
    try {
      const { saveQuestion } = await import('../../browser/save-question.ts');
      const outcome = await saveQuestion(this.#lab.questions[0] ?? '', true);
      status.textContent =
        'problem' in outcome ? outcome.problem.message : 'Added to your saved questions.';
    } catch (error) {
      const problem = 'Not saved. Check your connection and reload the page.';
      status.textContent = loadProblem(error, problem);
    }
  }

  async #export(as: string): Promise<void> {
    try {
      const { saveCsv, saveSvg, tabbed } = await import('./export-lab.ts');
      const { id, title } = this.#lab;
      const { table } = this.#view;
      if (as === 'svg') saveSvg(id, title, this.#part('[data-stage]'));
      else if (as === 'csv') saveCsv(id, table);
      else await copyText(tabbed(table), 'Table copied', this.#part('[data-copied]'), 'textarea');
    } catch (error) {
      const problem = 'Not saved. Check your connection and reload.';
      this.#part('[data-copied]').textContent = loadProblem(error, problem);
    }
  }

  #copyLink(): Promise<void> {
    this.#settle();
    return copyText(location.href, 'Link copied', this.#part('[data-copied]'));
  }

  #fill(typed?: EventTarget | null): void {
    for (const control of this.#lab.controls) {
      const { name } = control;
      const fields = `[name="${name}"], [data-of="${name}"]`;
      for (const field of this.#form.querySelectorAll<HTMLInputElement>(fields)) {
        if (field !== typed) fillField(field, control, this.#values[name] ?? '');
      }
    }
  }

  #part<E extends HTMLElement>(selector: string): E {
    const element = this.#host.querySelector<E>(selector);
    if (element === null) throw new Error(`The lab has no ${selector}.`);
    return element;
  }
}

function fillField(field: HTMLInputElement, control: Control, value: ControlValue): void {
  const text = writeValue(value);
  if (field.type === 'checkbox') field.checked = text === 'yes';
  else if (field.type === 'radio') field.checked = field.value === text;
  else if (field.type === 'range' && control.kind === 'number') {
    field.valueAsNumber = toSlider(control, Number(value));
    if (control.isLog) field.ariaValueText = `${text} ${control.unit ?? ''}`;
  } else field.value = text;
}
