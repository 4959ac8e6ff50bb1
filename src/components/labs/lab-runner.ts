import { now } from '../../browser/clock.ts';
import { copyText, linkCopied } from '../../browser/copy-text.ts';
import { readStorage, writeStorage } from '../../browser/local-storage.ts';
import type { LabRecord } from '../../domain/guide/build-guide.ts';
import {
  type Control,
  type ControlValue,
  fromSlider,
  initialValues,
  readValues,
  startValues,
  toSlider,
  type Values,
  valueInWords,
  writeValue,
} from '../../domain/labs/control.ts';
import { goalStart, isFree, needsOf, targetOf } from '../../domain/labs/goals.ts';
import { readLabLink, writeLabLink } from '../../domain/labs/lab-link.ts';
import { writeSolvedLab } from '../../domain/labs/solved-labs.ts';
import { markup } from '../markup.ts';
import { gapInWords, guessControl, writeGuess } from './guess.ts';
import { codePath, joinLab, type Lab, type LabCode, type ShownLab } from './lab.ts';
import {
  goalMarkup,
  lightsMarkup,
  sharedMarkup,
  stripMarkup,
  tableMarkup,
  verdictMarkup,
  wonMarkup,
} from './lab-output.ts';
import { SayIt } from './say-it.ts';

const codes = import.meta.glob<LabCode>('./*/view.ts');

/**
 * Loads a lab's code and runs the lab in its element.
 * @throws Error if the code can't be loaded
 */
export async function runLab(host: HTMLElement): Promise<void> {
  const data = host.querySelector('[data-record]')?.textContent ?? '';
  // The page itself contains this record, so it needs no check.
  const record = JSON.parse(data) as LabRecord;
  const code = await codes[codePath(record)]?.();
  if (code === undefined) return;
  new LabRunner(host, joinLab(record, code)).openLink();
  host.dataset['ready'] = '';
}

/**
 * The reader's current step: make a guess, look at shared settings, pursue a goal, or look at a
 * solved one.
 */
type Step = 'guess' | 'shared' | 'goal' | 'won';

/** Runs a lab on the HTML that is already on the page. */
class LabRunner {
  readonly #host: HTMLElement;
  readonly #lab: Lab;
  readonly #form: HTMLFormElement;
  readonly #sayIt: SayIt;
  /** The markup of each part. A part is drawn again only if its markup has changed. */
  readonly #drawn = new Map<string, string>();
  #step: Step = 'guess';
  #goal: 0 | 1 = 0;
  #guessed: string | number | undefined;
  #values: Values;
  /** The view at the start of the current goal. */
  #start: ShownLab;
  #view: ShownLab;

  constructor(host: HTMLElement, lab: Lab) {
    this.#host = host;
    this.#lab = lab;
    this.#form = this.#part('.lab-form');
    this.#sayIt = new SayIt(this.#part('[data-say-it]'), now);
    this.#part<HTMLFieldSetElement>('.lab-guess').disabled = false;
    this.#values = startValues(lab.controls);
    this.#view = lab.view(this.#values);
    this.#start = this.#view;
    // In the HTML, most `<details>` elements are open for readers without JavaScript.
    for (const details of host.querySelectorAll('details')) details.open = false;
    this.#show();
    host.addEventListener('input', ({ target }) => this.#take(target));
    host.addEventListener('change', () => this.#settle());
    host.addEventListener('click', ({ target }) => this.#press(target));
    host.addEventListener('submit', (event) => this.#submit(event));
    this.#form.addEventListener('reset', () => queueMicrotask(() => this.#begin()));
    window.addEventListener('hashchange', () => this.openLink());
  }

  /** If the URL links to this lab, sets the values from it and skips the question. */
  openLink(): void {
    const { id, controls } = this.#lab;
    const values = readLabLink(location.hash, id, controls);
    if (values === undefined) return;
    this.#step = 'shared';
    this.#change(values);
  }

  #press(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const actions: Readonly<Record<string, (value: string) => unknown>> = {
      set: (values) => this.#set(values),
      guess: (option) => this.#open(option),
      skip: () => this.#open(),
      solve: () => this.#begin(this.#lab.goals[this.#goal].solution),
      ask: () => this.#ask(),
      copy: () => copyText(location.href, linkCopied, this.#part('[data-copied]')),
      recordSentence: () => this.#sayIt.press(),
    };
    const { dataset = {} } = target.closest('button') ?? {};
    for (const [name, value = ''] of Object.entries(dataset)) actions[name]?.(value);
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (event.target !== this.#form) this.#answer();
    else if (this.#step === 'goal') this.#check();
    else if (this.#step === 'shared') this.#begin();
    else if (this.#goal === 0) {
      this.#goal = 1;
      this.#begin();
      this.#focusAtTop(this.#part('[data-goal]'));
    } else {
      this.#part('[data-say-it]').scrollIntoView({ block: 'nearest' });
      this.#part('#say-it').focus({ preventScroll: true });
    }
  }

  #take(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.matches('[data-guess-slider]')) this.#guess(target as HTMLInputElement);
    if (target.form !== this.#form) return;
    if (target.type === 'range') {
      const { of = '' } = target.dataset;
      const control = this.#lab.controls.find(({ name }) => name === of);
      const field = this.#form.elements.namedItem(of);
      if (control?.kind === 'number' && field instanceof HTMLInputElement) {
        field.value = writeValue(fromSlider(control, Number(target.value)));
      }
    }
    const data = new FormData(this.#form);
    const fields = this.#lab.controls.filter((one) => one.kind !== 'hidden' && this.#isOpen(one));
    const read = readValues(fields, (name) => data.get(name)?.toString());
    this.#change(this.#lab.follow({ ...this.#values, ...read }, this.#values), target);
  }

  /** Takes the guess from the slider, and lets the reader check it. */
  #guess(slider: HTMLInputElement): void {
    const { guess } = this.#lab;
    if (guess.kind !== 'slider') return;
    this.#guessed = fromSlider(guessControl(guess), slider.valueAsNumber);
    const text = writeGuess(guess, this.#guessed);
    this.#part('[data-guessed]').textContent = text;
    slider.ariaValueText = text;
    this.#part('[data-answer]').ariaDisabled = 'false';
    this.#part('[data-wait]').textContent = '';
    const lights = lightsMarkup(guess, this.#guessed);
    if (lights) this.#fillPart('[data-lights]', lights);
  }

  #answer(): void {
    if (this.#lab.guess.kind === 'slider' && this.#guessed === undefined) {
      this.#part('[data-wait]').textContent = 'Move the slider first: that is your guess.';
      this.#part('[data-guess-slider]').focus();
    } else this.#open(this.#guessed);
  }

  #open(guessed?: string | number): void {
    this.#guessed = guessed;
    this.#begin();
    const fact = this.#part('[data-fact]');
    fact.textContent = guessed === undefined ? '' : gapInWords(this.#lab.guess, guessed);
    const next = guessed === undefined ? this.#form.querySelector(':enabled') : fact;
    this.#focusAtTop(next as HTMLElement);
  }

  /**
   * Moves the focus and scrolls to the top of the page, so that the chart and the goal are both
   * visible.
   */
  #focusAtTop(element: HTMLElement): void {
    element.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  /** Asks the question instead of showing shared settings. */
  #ask(): void {
    this.#step = 'guess';
    delete this.#host.dataset['open'];
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#host.querySelector<HTMLElement>('[data-guess-slider], [data-guess]')?.focus();
  }

  /** @param solution values that solve the goal */
  #begin(solution: Values = {}): void {
    const { controls, goals } = this.#lab;
    const start = goalStart(controls, goals[this.#goal]);
    this.#step = 'goal';
    this.#start = this.#lab.view(start);
    this.#change({ ...start, ...solution });
    this.#settle();
  }

  #check(): void {
    const { isMet, needs } = this.#progress();
    if (!isMet) {
      const { label, now: is, wanted } = needs.find((need) => !need.isMet) ?? {};
      const message = `Not yet. ${label}: ${is}${wanted && `, ${wanted}`}.`;
      this.#part('[data-said]').textContent = message;
      this.#part('.lab-goal .lab-remark').textContent = message;
      return;
    }
    this.#step = 'won';
    if (this.#goal === 1) {
      writeStorage('guide-labs', writeSolvedLab(readStorage('guide-labs'), this.#lab.id));
    }
    this.#show();
    this.#focusAtTop(this.#part('[data-goal]'));
  }

  /** Sets controls from a button. `set` has the form of a query string. */
  #set(set: string): void {
    const fields = new URLSearchParams(set);
    const changed = this.#lab.controls.filter(({ name }) => fields.has(name));
    this.#change({ ...this.#values, ...readValues(changed, (name) => fields.get(name)) });
    this.#settle();
  }

  #isOpen(control: Control): boolean {
    return this.#step !== 'goal' || isFree(this.#lab.goals[this.#goal], control);
  }

  /**
   * Shows the results for these values. A field isn't overwritten while the reader is typing in it.
   */
  #change(values: Values, typed?: EventTarget | null): void {
    // A solved goal stays solved, whatever the reader changes.
    this.#values = values;
    this.#view = this.#lab.view(values, this.#guessed);
    this.#show(typed);
  }

  #progress() {
    const goal = this.#lab.goals[this.#goal];
    const needs = needsOf(goal, this.#start.measures, this.#view.measures);
    return { goal, needs, isMet: needs.every((need) => need.isMet) };
  }

  #show(typed?: EventTarget | null): void {
    if (this.#step !== 'guess') this.#host.dataset['open'] = '';
    const focused = document.activeElement?.getAttribute('data-key');
    this.#showChart();
    this.#showGoal();
    this.#showControls(typed);
    this.#showSteps();
    const pressed = `[data-key="${CSS.escape(focused ?? '')}"]`;
    this.#host.querySelector<HTMLElement>(pressed)?.focus({ preventScroll: true });
  }

  #showChart(): void {
    const { guess, goals } = this.#lab;
    const view = this.#view;
    const measured = guess.kind === 'slider' && this.#step !== 'shared' ? guess.measure : '';
    const wanted = goals[this.#goal].conditions.find(({ measure }) => measure === measured);
    const target = wanted && targetOf(wanted, this.#start.measures);
    this.#fillPart('[data-verdict]', verdictMarkup(view));
    this.#fillPart('[data-strip]', stripMarkup(guess, view, this.#guessed, target));
    this.#fillPart('[data-figure]', view.figure);
    this.#fillPart('[data-tools]', view.tools);
    this.#fillPart('[data-more]', view.more);
    this.#fillPart('[data-table]', tableMarkup(view.table));
    this.#part('[data-result]').textContent = view.result;
    this.#part('[data-note]').textContent = view.note ?? '';
  }

  #showGoal(): void {
    const { goal, needs, isMet } = this.#progress();
    const content = {
      guess: undefined,
      shared: sharedMarkup(this.#changesInWords()),
      goal: goalMarkup(this.#goal, goal, needs),
      won: wonMarkup(this.#goal, goal),
    }[this.#step];
    this.#fillPart('[data-goal]', content);
    const check = this.#part('[data-check]');
    check.textContent = {
      guess: '',
      shared: 'Start goal 1',
      goal: `Check goal ${this.#goal + 1}`,
      won: this.#goal === 0 ? 'Start goal 2' : 'Say it in one sentence',
    }[this.#step];
    check.ariaDisabled = String(this.#step === 'goal' && !isMet);
    this.#part('[data-fact]').hidden = this.#goal === 1;
  }

  /**
   * Shows the values. If a goal keeps some controls fixed, locks them and the buttons that would
   * change them.
   */
  #showControls(typed?: EventTarget | null): void {
    for (const control of this.#lab.controls) {
      const { name } = control;
      const isOpen = this.#isOpen(control);
      const value = this.#values[name] ?? '';
      const fields = `[name="${name}"], [data-of="${name}"]`;
      for (const field of this.#host.querySelectorAll<HTMLInputElement>(fields)) {
        field.disabled = !isOpen;
        if (field !== typed) fillField(field, control, value);
        else sayValue(field, control, value);
      }
      const row = this.#host.querySelector(`[data-control="${name}"]`);
      row?.toggleAttribute('data-stays', !isOpen);
      const note = row?.querySelector('[data-kept]');
      if (note) note.textContent = isOpen ? '' : 'stays';
    }
    const closed = this.#lab.controls.filter((control) => !this.#isOpen(control));
    for (const button of this.#host.querySelectorAll<HTMLButtonElement>('[data-set]')) {
      const set = new URLSearchParams(button.dataset['set']);
      button.disabled = closed.some(({ name }) => {
        return set.has(name) && set.get(name) !== writeValue(this.#values[name] ?? '');
      });
    }
  }

  #showSteps(): void {
    const at = { guess: 0, shared: -1, goal: 1 + this.#goal, won: 2 + this.#goal }[this.#step];
    for (const [index, step] of this.#host.querySelectorAll('[data-step]').entries()) {
      step.ariaCurrent = index === at ? 'step' : null;
      step.toggleAttribute('data-done', index < at);
    }
  }

  /** Lists the settings that a link changed, except hidden ones, such as "Prevalence: 12%". */
  #changesInWords(): string[] {
    const { controls } = this.#lab;
    const initial = initialValues(controls);
    return controls.flatMap((control) => {
      const value = this.#values[control.name] ?? '';
      if (control.kind === 'hidden' || value === initial[control.name]) return [];
      return [`${control.label}: ${valueInWords(control, value)}`];
    });
  }

  /** Announces the result and writes the values into the URL. */
  #settle(): void {
    if (this.#step === 'guess') return;
    const { id, controls } = this.#lab;
    const isThere = this.#step === 'goal' && this.#progress().isMet;
    const message = isThere ? `Goal ${this.#goal + 1} is met. Check it. ` : '';
    this.#part('[data-said]').textContent = message + this.#view.result;
    history.replaceState(history.state, '', writeLabLink(id, controls, this.#values));
  }

  /** Fills a part. The markup is from this site, and all text in it is escaped. */
  #fillPart(selector: string, { text } = markup``): void {
    if (this.#drawn.get(selector) === text) return;
    this.#drawn.set(selector, text);
    this.#part(selector).innerHTML = text;
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
    sayValue(field, control, value);
  } else field.value = text;
}

/** Tells screen readers the value of a logarithmic slider, whose own number is only a position. */
function sayValue(field: HTMLInputElement, control: Control, value: ControlValue): void {
  if (field.type === 'range' && control.kind === 'number' && control.log) {
    field.ariaValueText = valueInWords(control, value);
  }
}
