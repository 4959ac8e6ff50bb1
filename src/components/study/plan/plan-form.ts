import { html, nothing, render } from 'lit-html';
import { now, offsetAt } from '../../../browser/clock.ts';
import { readDataFile } from '../../../browser/data-file.ts';
import { labelOf } from '../../../domain/guide/label-of.ts';
import type { Paths } from '../../../domain/links/paths.ts';
import { type AdMatch, AdMatcher, type AdPhrase } from '../../../domain/plan/match-ad.ts';
import {
  daysRange,
  defaultDays,
  type PlanSize,
  planSize,
  type SavedPlan,
} from '../../../domain/plan/plan.ts';
import { orderForRole, roleOf } from '../../../domain/plan/roles.ts';
import { questionDeck } from '../../../domain/practice/decks.ts';
import { queueInput } from '../../../domain/practice/make-queue.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { dailyMinutes } from '../../../domain/progress/daily-minutes.ts';
import { dayName, dayNumber, readDay } from '../../../domain/review/days.ts';
import { interviewAhead } from '../../../domain/review/due-day.ts';
import {
  type SearchData,
  type SearchTerms,
  searchDataVersion,
} from '../../../domain/search/search-data.ts';
import { writeSetLink } from '../../../domain/study-set/set-link.ts';
import { type Role, roles, topics } from '../../../guide-settings.ts';
import { adoptStyles } from '../base/adopt-styles.ts';
import { counted, dayText, typedIn } from '../base/format.ts';
import { levelTile, nameOf } from '../base/question-link.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import { dayStrip, planPartsView, unfitText } from './day-strip.ts';
import css from './plan-form.css?inline';

/**
 * What determines the order of the questions: a role (or none), a job description, or the saved
 * plan.
 */
type Source = { readonly role: string | undefined } | 'ad' | 'saved';

/**
 * Real job descriptions are shorter than this. Without a limit, a whole web page pasted by mistake
 * would freeze this page.
 */
const maxAdLength = 30_000;

const maxReasons = 2;

/** How many questions of a phrase are shown if none of them is in the plan. */
const maxOthers = 3;

/** The maximum number of days until an interview. The slider ends earlier. */
const longestPlan = 120;

/** How many words of a job description the form lists as unknown. */
const maxUnknown = 8;

/**
 * The form for the reader's plan: the days, the minutes, and the questions. It dispatches
 * `plan-saved` and `plan-closed`. A pasted job description stays in this object. It isn't stored,
 * sent, or put in the URL.
 */
export class PlanFormElement extends HTMLElement {
  /** Set before the form is added to the page. */
  context!: StudyContext;
  isFromAd = false;
  #days = defaultDays;
  #minutes = 0;
  #source: Source = { role: undefined };
  readonly #removed = new Set<string>();
  /** The questions that the reader added, latest first. */
  #added: readonly string[] = [];
  #matcher: AdMatcher | undefined;
  /** The job description, and what it matches once it has been read. */
  #ad: { readonly text: string; readonly match?: AdMatch } = { text: '' };
  /** Where the phrase starts whose questions are shown. */
  #openedAt: number | undefined;
  #problem = '';

  connectedCallback(): void {
    adoptStyles(css);
    const { settings } = this.context;
    const ahead = interviewAhead(settings.interviewOn, now(), offsetAt);
    if (ahead !== undefined) this.#days = ahead.day - this.#today;
    this.#minutes = settings.minutesPerDay;
    this.#source = { role: roleOf(settings.role)?.id ?? roles[0]?.id };
    if (ahead !== undefined && (settings.planCodes ?? []).length > 0) this.#source = 'saved';
    if (this.isFromAd) this.#source = 'ad';
    this.#update();
    const first = this.isFromAd ? 'textarea' : 'h2';
    this.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    if (this.isFromAd) void this.#loadMatcher();
  }

  get #today(): number {
    return dayNumber(now(), offsetAt);
  }

  get #interviewOn(): string {
    return dayName(this.#today + this.#days);
  }

  /** Returns all codes except those that the reader removed, most important first. */
  #order(): readonly string[] {
    const { questions } = this.context.data;
    const { settings } = this.context;
    const source = this.#source;
    const role = typeof source === 'object' ? source.role : settings.role;
    const byRole = orderForRole(questions, role).map(({ code }) => code);
    const first =
      source === 'saved'
        ? (settings.planCodes ?? []).filter((code) => this.context.questions.has(code))
        : source === 'ad'
          ? (this.#ad.match?.ranking ?? []).map(({ code }) => code)
          : [];
    const order = [...new Set([...this.#added, ...first, ...byRole])];
    return order.filter((code) => !this.#removed.has(code));
  }

  #size(order: readonly string[]): PlanSize {
    const { model, data } = this.context;
    const deck = questionDeck(data.questions, model.progress);
    const byId = new Map(deck.map((entry) => [entry.id, entry]));
    const input = queueInput(deck, { progress: model.progress, now: now(), offsetAt });
    const settings = {
      ...input.settings,
      interviewOn: this.#interviewOn,
      minutesPerDay: this.#minutes,
      newPerDay: newPerDayOf(this.context),
      at: now(),
    };
    const ordered = order.flatMap((code) => byId.get(`question:${code}`) ?? []);
    return planSize({ ...input, settings, deck: ordered }, this.#saved);
  }

  /**
   * The saved plan with the reader's additions and removals, if it is what the reader changes.
   * Without this, a plan would shrink by itself as its days pass.
   */
  get #saved(): SavedPlan | undefined {
    if (this.#source !== 'saved') return undefined;
    const { settings, questions } = this.context;
    const saved = (settings.planCodes ?? []).filter((code) => questions.has(code));
    const codes = new Set([...saved, ...this.#added]);
    for (const code of this.#removed) codes.delete(code);
    const { interviewOn, minutesPerDay } = settings;
    return { count: codes.size, interviewOn, minutesPerDay };
  }

  #update(): void {
    const order = this.#order();
    const size = this.#size(order);
    render(this.#view(order, size), this);
  }

  #view(order: readonly string[], size: PlanSize) {
    const chosen = order.slice(0, size.count);
    const { match } = this.#ad;
    const isUnread = this.#source === 'ad' && (match?.phrases ?? []).length === 0;
    const use = html`<button type="button" class="primary" @click=${() => void this.#save(chosen)}>
      Save this plan
    </button>`;
    const deletePlan = html`<button type="button" class="link" @click=${() => void this.#delete()}>
      Delete my plan
    </button>`;
    const openAsSet = html`<a
      href="${this.context.paths.set}#${writeSetLink({ name: '', codes: chosen })}"
      >Open as a question set</a
    >`;
    return html`<section class="job" aria-labelledby="plan-title">
        <h2 id="plan-title" tabindex="-1">${this.#hasPlan ? 'Change plan' : 'Make a plan'}</h2>
        ${this.#sourcesView()} ${this.#choiceView(chosen)}
      </section>
      <section class="ink ruled knobs" aria-label="Your time">
        ${this.#resultView(size)}
        <div class="sliders">${this.#sliders()}</div>
        <div>
          ${dayStrip({ planned: size.forecast.days, interviewOn: this.#interviewOn, now: now() })}
          ${planPartsView(size.forecast.days)}
        </div>
      </section>
      <section class="which" aria-labelledby="plan-questions">
        <h2 id="plan-questions">
          ${isUnread ? 'Your questions' : `Your ${counted(size.count, 'question')}`}
        </h2>
        ${this.#whyView()}
        ${isUnread ? unreadNote : this.#picksView(chosen, order.slice(size.count))}
        <p class="row note">
          ${isUnread ? nothing : openAsSet} ${this.#hasPlan ? deletePlan : nothing}
        </p>
      </section>
      <div class="dock ink">
        <div role="alert">
          ${this.#problem === '' ? nothing : html`<p class="trouble">${this.#problem}</p>`}
        </div>
        <div class="row">
          ${isUnread ? nothing : use}
          <button type="button" class="quiet" @click=${() => this.#close()}>Cancel</button>
        </div>
      </div>`;
  }

  #sliders() {
    const { offered } = dailyMinutes;
    const maxDays = Math.max(daysRange.max, this.#days);
    const maxMinutes = Math.max(offered.max, this.#minutes);
    const long = html`<p class="note">
      That’s a long day.
      <button type="button" class="link" @click=${() => this.#setMinutes(dailyMinutes.long)}>
        Limit each day to ${dailyMinutes.long} minutes
      </button>
    </p>`;
    return html`<div>
        <label for="plan-days">Days until your interview</label>
        <output for="plan-days"><b class="numeral">${this.#days}</b> ${this.#days === 1 ? 'day' : 'days'}</output>
        <input type="range" id="plan-days" min=${daysRange.min} max=${maxDays}
          .value=${String(this.#days)}
          aria-valuetext="${counted(this.#days, 'day')}, ${dayText(this.#interviewOn)}"
          @input=${(event: Event) => this.#setDays(Number(typedIn(event)))} />
        <label class="date">
          Or pick the date
          <input type="date" min=${dayName(this.#today + daysRange.min)} max=${dayName(this.#today + longestPlan)}
            .value=${this.#interviewOn} @change=${(event: Event) => this.#setDate(event)} />
        </label>
      </div>
      <div>
        <label for="plan-minutes">Minutes per day</label>
        <output for="plan-minutes"><b class="numeral">${this.#minutes}</b> minutes</output>
        <input type="range" id="plan-minutes" min=${offered.min} max=${maxMinutes}
          step=${offered.step} .value=${String(this.#minutes)}
          aria-valuetext="${this.#minutes} minutes"
          @input=${(event: Event) => this.#setMinutes(Number(typedIn(event)))} />
      </div>
      <div class="long">${this.#minutes > dailyMinutes.long ? long : nothing}</div>`;
  }

  #setDays(days: number): void {
    this.#days = days;
    this.#update();
  }

  #setDate({ target }: Event): void {
    const field = target as HTMLInputElement;
    const day = readDay(field.value);
    if (day !== undefined && field.reportValidity()) this.#setDays(day - this.#today);
  }

  #setMinutes(minutes: number): void {
    this.#minutes = minutes;
    this.#update();
  }

  #resultView({ count, forecast }: PlanSize) {
    const unplanned = this.context.data.questions.length - count;
    const times = [...forecast.answeredOn.values()].map(({ length }) => length);
    const mean = Math.round(times.reduce((sum, time) => sum + time, 0) / Math.max(1, count));
    const rest =
      unplanned === 0 ? 'That’s the whole guide.' : `The other ${unplanned} stay in the library.`;
    const fits = forecast.unstarted === 0;
    const what = fits ? `you can learn well in ${counted(this.#days, 'day')}` : 'in your plan';
    const note = fits
      ? `${timesText(mean)} ${rest}`
      : `${unfitText(forecast.unstarted)} Add minutes or remove questions.`;
    return html`<div class="well" role="status" tabindex="-1">
      <b class="numeral">${count}</b>
      <span>
        <strong>${count === 1 ? 'question' : 'questions'} ${what}</strong>
        <span class="note">${note}</span>
      </span>
    </div>`;
  }

  #sourcesView() {
    const source = this.#source;
    const choice = (label: string, isOn: boolean, from: Source) =>
      html`<button type="button" aria-pressed=${isOn} @click=${() => this.#choose(from)}>${label}</button>`;
    const role = { role: roleOf(this.context.settings.role)?.id ?? roles[0]?.id };
    return html`<div class="sources" role="group" aria-label="Pick questions for">
      ${this.#hasPlan ? choice('My plan', source === 'saved', 'saved') : nothing}
      ${roles.length === 0 ? nothing : choice('Choose a role', typeof source === 'object', role)}
      ${choice('Paste a job description', source === 'ad', 'ad')}
    </div>`;
  }

  #choiceView(chosen: readonly string[]) {
    const source = this.#source;
    if (source === 'ad') return this.#adView(chosen);
    if (source === 'saved' || roles.length === 0) return nothing;
    const chip = ({ id, label }: Role) =>
      html`<button type="button" class="pick" aria-pressed=${source.role === id}
        @click=${() => this.#choose({ role: id })}>${label}</button>`;
    return html`<div class="row picks-from" role="group" aria-label="Role">${roles.map(chip)}</div>`;
  }

  get #hasPlan(): boolean {
    return (this.context.settings.planCodes ?? []).length > 0;
  }

  #choose(source: Source): void {
    this.#source = source;
    this.#removed.clear();
    this.#added = [];
    this.#update();
    if (source !== 'ad') return;
    this.querySelector('textarea')?.focus({ preventScroll: true });
    void this.#loadMatcher();
  }

  #whyView() {
    const source = this.#source;
    if (source === 'saved')
      return html`<p class="note">Your saved questions. More time may add some, and less time may remove some.</p>`;
    const role = typeof source === 'object' ? roleOf(source.role) : undefined;
    if (role === undefined) return nothing;
    const first = Object.entries(role.weights)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([id]) => labelOf(topics, id));
    const list = new Intl.ListFormat('en-US').format(first);
    return html`<p class="note">We picked questions about these topics first: ${list}.</p>`;
  }

  #adView(chosen: readonly string[]) {
    const { match, text } = this.#ad;
    if (match !== undefined && match.phrases.length > 0) return this.#readView(match, chosen);
    const typed = (event: InputEvent) => {
      this.#ad = { text: typedIn(event).slice(0, maxAdLength) };
      if (event.inputType?.startsWith('insertFrom') === true) void this.#read();
    };
    return html`<label class="field">
        Job description
        <textarea rows="6" maxlength=${maxAdLength} autocomplete="off" spellcheck="false"
          aria-describedby="ad-note" .value=${text} @input=${typed}></textarea>
      </label>
      <p class="note" id="ad-note">We read it in this browser. It isn’t saved or sent anywhere.</p>
      <div class="row">
        <button type="button" class="primary" @click=${() => void this.#read()}>
          Find the questions
        </button>
      </div>
      <p role="status">
        ${match && 'We found no words of this guide in it. Paste more of the text, or choose a role.'}
      </p>`;
  }

  /** Folds the job description, so that what it led to is on the first screen of a phone. */
  #readView({ phrases, unknown }: AdMatch, chosen: readonly string[]) {
    const { text } = this.#ad;
    const marked: unknown[] = [];
    let end = 0;
    for (const phrase of phrases) {
      const isOpen = phrase.start === this.#openedAt;
      const show = () => {
        this.#openedAt = isOpen ? undefined : phrase.start;
        this.#update();
      };
      marked.push(text.slice(end, phrase.start));
      marked.push(
        html`<button type="button" class="mark" aria-expanded=${isOpen} @click=${show}>${text.slice(phrase.start, phrase.end)}</button>`,
      );
      if (isOpen) marked.push(this.#phraseView(phrase, chosen));
      ({ end } = phrase);
    }
    marked.push(text.slice(end));
    const count = new Set(phrases.map(({ name }) => name)).size;
    const missing = unknown.slice(0, maxUnknown);
    return html`<details class="read">
        <summary>${counted(count, 'phrase')} matched in your job description</summary>
        <p class="note">Press a marked phrase to see its questions.</p>
        <div class="ad panel" role="group" aria-label="Job description">${marked}</div>
        ${missing.length === 0 ? nothing : html`<p class="note">Not in this guide: ${missing.join(', ')}.</p>`}
      </details>
      <p><button type="button" class="link" @click=${() => this.#again()}>
        Paste another job description
      </button></p>`;
  }

  /**
   * Names the questions of a phrase, below the line that the phrase is in. They aren't links,
   * because leaving the page would lose the description.
   */
  #phraseView({ name }: AdPhrase, chosen: readonly string[]) {
    const all = (this.#ad.match?.ranking ?? []).filter(({ reasons }) => reasons.includes(name));
    const planned = all.filter(({ code }) => chosen.includes(code));
    const shown = planned.length > 0 ? planned : all.slice(0, maxOthers);
    const names = shown
      .flatMap(({ code }) => this.context.questions.get(code) ?? [])
      .map((question) => html`<li>${nameOf(question)}</li>`);
    return html`<div class="of-phrase">
      <b>${planned.length > 0 ? 'In your plan:' : 'None in your plan. The closest:'}</b>
      <ul>${names}</ul>
    </div>`;
  }

  #again(): void {
    this.#ad = { text: '' };
    this.#openedAt = undefined;
    this.#update();
    this.querySelector('textarea')?.focus();
  }

  async #read(): Promise<void> {
    const matcher = await this.#loadMatcher();
    if (matcher === undefined || this.#ad.text.trim() === '') return;
    this.#ad = { ...this.#ad, match: matcher.match(this.#ad.text) };
    this.#openedAt = undefined;
    this.#update();
    window.scrollTo(0, 0);
    this.querySelector<HTMLElement>('.well')?.focus({ preventScroll: true });
  }

  async #loadMatcher(): Promise<AdMatcher | undefined> {
    if (this.#matcher !== undefined) return this.#matcher;
    try {
      this.#matcher = await loadMatcher(this.context.paths);
      this.#problem = '';
    } catch {
      this.#problem =
        'We couldn’t load the words of the guide. Check your connection and try again, or choose a role.';
      this.#update();
    }
    return this.#matcher;
  }

  #picksView(chosen: readonly string[], others: readonly string[]) {
    const add = (event: Event) => {
      const code = typedIn(event);
      (event.target as HTMLSelectElement).value = '';
      this.#removed.delete(code);
      this.#added = [code, ...this.#added.filter((other) => other !== code)];
      this.#update();
    };
    const hidden = [...this.#removed, ...others].flatMap(
      (code) => this.context.questions.get(code) ?? [],
    );
    return html`<ol class="picks entries">${chosen.map((code) => this.#pickView(code))}</ol>
      ${
        hidden.length === 0
          ? nothing
          : html`<label class="field add">
              Add a question
              <select @change=${add}>
                <option value="">Choose…</option>
                ${hidden.map((question) => html`<option value=${question.code}>${nameOf(question)}</option>`)}
              </select>
            </label>`
      }`;
  }

  #pickView(code: string) {
    const question = this.context.questions.get(code);
    if (question === undefined) return nothing;
    const reasons = this.#reasonsFor(question);
    const remove = () => {
      this.#removed.add(code);
      this.#added = this.#added.filter((other) => other !== code);
      this.#update();
    };
    const { paths } = this.context;
    return html`<li>
      ${levelTile(question.level)}
      <span>
        <a href=${paths.question(question.slug)}>${nameOf(question)}</a>
        <span class="note">${reasons}</span>
      </span>
      <button type="button" class="quiet" aria-label="Remove ${nameOf(question)}" @click=${remove}>
        ✕
      </button>
    </li>`;
  }

  /** Returns the most telling reasons. */
  #shownReasons(code: string): readonly string[] {
    const { ranking = [] } = this.#ad.match ?? {};
    const reasons = ranking.find((entry) => entry.code === code)?.reasons ?? [];
    return [...new Set(reasons)].slice(0, maxReasons);
  }

  #reasonsFor({ code, topics: own }: StudyQuestion): string {
    if (this.#added.includes(code)) return 'You added it';
    const words = this.#source === 'ad' ? this.#shownReasons(code) : [];
    if (words.length > 0) return quoted(words);
    const weights =
      typeof this.#source === 'object' ? roleOf(this.#source.role)?.weights : undefined;
    const telling = weights === undefined ? own : own.filter((id) => Object.hasOwn(weights, id));
    return (telling.length === 0 ? own : telling)
      .slice(0, maxReasons)
      .map((id) => labelOf(topics, id))
      .join(', ');
  }

  async #save(planCodes: readonly string[]): Promise<void> {
    const role = typeof this.#source === 'object' ? this.#source.role : undefined;
    const outcome = await changeSettings(this.context, {
      interviewOn: this.#interviewOn,
      minutesPerDay: this.#minutes,
      newPerDay: newPerDayOf(this.context),
      planCodes: [...planCodes],
      ...(role !== undefined && { role }),
    });
    if ('problem' in outcome) {
      this.#problem = outcome.problem.message;
      this.#update();
      return;
    }
    this.dispatchEvent(new Event('plan-saved'));
  }

  async #delete(): Promise<void> {
    await changeSettings(this.context, { interviewOn: null, planCodes: undefined });
    this.dispatchEvent(new Event('plan-saved'));
  }

  #close(): void {
    this.dispatchEvent(new Event('plan-closed'));
  }
}

const unreadNote = html`<p class="panel note">
  Paste a job description, and the questions that fit it appear here.
</p>`;

/**
 * Loads the names of questions and terms, which search also uses.
 * @throws Error if they can't be loaded
 */
async function loadMatcher(paths: Paths): Promise<AdMatcher> {
  const file = async <T>(name: string): Promise<T> =>
    readDataFile<T>(await fetch(paths.file(`data/search/${name}.json`)), searchDataVersion);
  const [{ questions }, terms] = await Promise.all([
    file<SearchData>('search'),
    file<SearchTerms>('terms'),
  ]);
  return new AdMatcher(questions, terms);
}

/** In an earlier version, readers could turn off new questions. A plan needs some. */
function newPerDayOf({ settings }: StudyContext): number {
  return settings.newPerDay === 0 ? 5 : settings.newPerDay;
}

/** Joins words, as in “EHR,” “nurses,” “billing”. The commas are inside the quotation marks. */
function quoted(words: readonly string[]): string {
  const last = words.length - 1;
  return words.map((word, index) => (index < last ? `“${word},”` : `“${word}”`)).join(' ');
}

function timesText(times: number): string {
  const words = ['', 'Each one once.', 'Each one twice.', 'Each one about three times.'];
  return words[times] ?? `Each one about ${times} times.`;
}

customElements.define('plan-form', PlanFormElement);
