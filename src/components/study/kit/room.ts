import { QuestionSets, setWith } from '../../../browser/question-sets.ts';
import { goTo, onAddress } from '../../../browser/room-address.ts';
import {
  codesOfPerson,
  firstTurn,
  isFromSet,
  labelOfTurn,
} from '../../../domain/kit/group-turns.ts';
import {
  addCandidate,
  candidateOf,
  codesOf,
  firstLabel,
  isBlank,
  type Label,
  lastQuestion,
  nextLabel,
  progressOf,
  type Step,
  unfinishedLabel,
  unfinishedQuestion,
} from '../../../domain/kit/interview.ts';
import {
  type KitLink,
  type Place,
  placeOf,
  readKitLink,
  writePlace,
} from '../../../domain/kit/kit-link.ts';
import { type PeopleWords, wordsFor } from '../../../domain/kit/people-words.ts';
import {
  addScores,
  type FittingScores,
  fitLink,
  hasScores,
  nameOfRater,
  readPasted,
  restoreReceived,
} from '../../../domain/kit/received.ts';
import { maxRaters } from '../../../domain/mock/mock-link.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { listOf } from '../../../lib/text.ts';
import type { StudyContext } from '../base/study-context.ts';
import { type Notice, StudyElement } from '../base/study-element.ts';
import { Draft } from './draft.ts';
import { Interviews } from './interviews.ts';

export type Screen =
  | { readonly name: 'start' }
  | { readonly name: 'invitation'; readonly link: Extract<KitLink, { kind: 'interview' | 'mock' }> }
  | { readonly name: 'score'; readonly interview: InterviewRecord; readonly place: ScorePlace }
  | { readonly name: 'compare'; readonly interview: InterviewRecord };

export type ScorePlace = Extract<Place, { view: 'score' }>;

/**
 * The interview kit. All candidates in an interview get the same questions. The URL's fragment
 * determines which screen is shown (see `kit-link.ts`). Interviews are saved with the reader's
 * progress.
 */
export abstract class KitRoom extends StudyElement {
  /** Set in `start`, before the first render. */
  interviews!: Interviews;
  #newDraft!: Draft;
  #edited: Draft | undefined;
  /** The unfolded form in the open interview, if any. */
  unfolded: 'share' | 'calibrate' | undefined;
  /** True if links with scores include the reader's notes. */
  sendsNotes = false;
  /** The grid cell whose notes are shown. */
  cell: { readonly label: string; readonly code: string } | undefined;
  #link: KitLink = { kind: 'none' };
  /** The current fragment. It is kept because browsers report each change twice. */
  #fragment: string | undefined;

  protected override async start(_context: StudyContext, signal: AbortSignal): Promise<void> {
    this.interviews = new Interviews(this, signal);
    this.#newDraft = new Draft(this);
    onAddress(this, () => this.#follow(), signal);
    // Files can be dropped anywhere on the page. Otherwise, the browser would open a dropped file
    // and leave the page.
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      if (event.type === 'drop') void this.openFile(event.dataTransfer.files[0]);
    };
    document.addEventListener('dragover', onDrag, { signal });
    document.addEventListener('drop', onDrag, { signal });
    await this.interviews.takeEarlier();
    await this.interviews.dropTimers();
    this.#follow();
    const timer = setInterval(() => {
      if (this.interviews.hasRunningTimer) this.update();
    }, 1000);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** @param isMinor true if Back should skip the current screen */
  openPlace(id: string, place: Place, isMinor = false): void {
    const address = `${this.context.paths.kit}#${writePlace(id, place)}`;
    if (isMinor) history.replaceState(null, '', address);
    else goTo(address);
    this.#follow();
  }

  openStart(): void {
    goTo(this.context.paths.kit);
    this.#follow();
  }

  /** The interview in the form: the one being edited, or else the new one. */
  get draft(): Draft {
    return this.#edited ?? this.#newDraft;
  }

  edit(interview: InterviewRecord): void {
    this.openStart();
    this.#edited = new Draft(this, interview);
    this.#edited.begin(interview.name, codesOf(interview), interview.minutes);
    this.focusOn('#choose-title, #interview-name');
  }

  change(id: string, step: Step): void {
    this.interviews.change(id, step);
  }

  /** Opens the next candidate. After the last one, adds a new candidate if there is room. */
  nextCandidate(interview: InterviewRecord, after: string): void {
    const next = interview.candidates.find(({ label }) => label > after)?.label;
    const label = next ?? nextLabel(interview);
    if (label === undefined) return;
    if (next === undefined) this.change(interview.id, addCandidate(label));
    this.openPlace(
      interview.id,
      this.placeOf(this.interviews.get(interview.id) ?? interview, label),
    );
  }

  unfold(part: KitRoom['unfolded']): void {
    this.unfolded = this.unfolded === part ? undefined : part;
    this.update();
  }

  openShare(): void {
    this.unfolded = 'share';
    this.update();
    this.focusOn('.fold h3');
  }

  async openFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const opened = await this.interviews.openFile(file);
    if ('problem' in opened) {
      this.warn(`${file.name}: ${opened.problem}`);
      return;
    }
    const { interview, older } = opened.value;
    this.openPlace(interview.id, { view: 'compare' });
    if (older !== undefined) this.#offerOlder(older);
    else if ('replaced' in opened.value) this.#sayOpened(file.name, opened.value.replaced);
    else this.say('Nothing changed: this device has the same interview.');
  }

  #sayOpened(what: string, replaced: InterviewRecord | undefined): void {
    if (replaced === undefined) {
      this.say(`Opened ${what}.`);
      return;
    }
    const undo = () => {
      this.interviews.replace(replaced);
      this.clearMessage();
    };
    this.say(`Opened ${what}. It replaced this interview.`, { label: 'Undo', run: undo });
  }

  /** The newer version may have less in it, so the reader chooses. */
  #offerOlder(older: InterviewRecord): void {
    const replace = () => {
      const before = this.interviews.get(older.id);
      this.interviews.replace(older);
      this.#sayOpened('the file', before);
    };
    this.say(
      'This device has other scores or notes in this interview, and they’re newer than the file.',
      { label: 'Replace with the file', run: replace },
      { label: 'Keep mine', run: () => this.clearMessage() },
    );
  }

  /** Shows a message on the start screen, the scorecard, or the comparison. */
  say(text: string, ...actions: NonNullable<Notice['actions']>): void {
    this.notify('kit', { tone: 'good', text, actions });
  }

  warn(text: string, ...actions: NonNullable<Notice['actions']>): void {
    this.notify('kit', { tone: 'problem', text, actions });
  }

  clearMessage(): void {
    this.notify('kit', undefined);
  }

  addAll(id: string, all: readonly FittingScores[]): void {
    const before = this.interviews.get(id);
    for (const scores of all) this.change(id, addScores(scores));
    const after = this.interviews.get(id);
    if (before === undefined || after === undefined) return;
    this.unfolded = undefined;
    if (all.some((one) => !hasScores(after, one))) {
      this.change(id, restoreReceived(before, all));
      this.warn(
        `Nothing was added: up to ${maxRaters} people can score one ${this.words(after).noun}, with you.`,
      );
      return;
    }
    const added = all.filter((one) => !hasScores(before, one));
    if (added.length === 0) {
      this.say(knownScores);
      return;
    }
    const names = [...new Set(added.map(({ rater }) => nameOfRater(after, rater)))];
    const compare = {
      label: 'Compare scores',
      run: () => this.openPlace(id, { view: 'compare' }),
    };
    this.say(
      `Added scores of ${listOf(names)} for ${this.words(after).several(added.map(({ label }) => label))}.`,
      ...(this.screen().name === 'score' && canCompare(after, added) ? [compare] : []),
      {
        label: 'Undo',
        run: () => {
          this.change(id, restoreReceived(before, added));
          this.clearMessage();
        },
      },
    );
  }

  #follow(): void {
    if (location.hash === this.#fragment) {
      this.update();
      return;
    }
    const before = screenKey(this.#link);
    const idBefore = idOf(this.#link);
    this.clearMessage();
    this.cell = undefined;
    this.#link = readKitLink(location.hash);
    if (screenKey(this.#link) !== before) this.unfolded = undefined;
    if (idOf(this.#link) !== idBefore) this.sendsNotes = false;
    this.#edited = undefined;
    this.#newDraft.follow(this.#link);
    this.#openReceived();
    this.#continue();
    this.#fragment = location.hash;
    const screen = this.screen();
    this.interviews.stopTimers(
      screen.name === 'score' ? { id: screen.interview.id, label: screen.place.label } : undefined,
    );
    this.update();
    // The scroll position stays when the reader moves between parts of the same scorecard.
    if (screenKey(this.#link) !== before) window.scrollTo(0, 0);
  }

  /**
   * If the URL has an interview but no part of it, opens the question where scoring continues. The
   * URL then has that question, so that it stays open while it is scored.
   */
  #continue(): void {
    const link = this.#link;
    const interview = link.kind === 'own' ? this.interviews.get(link.id) : undefined;
    if (link.kind !== 'own' || link.place !== '' || interview === undefined) return;
    this.#replace(interview.id, this.continuePlace(interview));
  }

  /** If the link's interview is on this device, opens it and adds or offers the link's scores. */
  #openReceived(): void {
    const link = this.#link;
    if (link.kind === 'result') {
      const interview = this.interviews.ofResult(link.id);
      if (interview !== undefined) this.#compareResult(interview, link.scoreCodes);
      return;
    }
    if (link.kind !== 'interview' && link.kind !== 'mock') return;
    const interview = this.interviews.ofLink(link);
    if (interview === undefined) return;
    const fit = fitLink(link, interview);
    const scores = 'value' in fit ? fit.value : [];
    const label = scores[0]?.label;
    const place = label === undefined ? this.firstPlace(interview) : this.placeOf(interview, label);
    this.#replace(interview.id, place);
    if ('problem' in fit) this.warn(fit.problem.message);
    else if (scores.length > 0) this.#offer(interview, scores);
  }

  /** Asks before adding scores, because anyone with the interview's link can make some up. */
  #offer(interview: InterviewRecord, scores: readonly FittingScores[]): void {
    if (scores.every((one) => hasScores(interview, one))) {
      this.say(knownScores);
      return;
    }
    this.say(
      `This link has ${scorersOf(scores)} scores of ${this.words(interview).several(scores.map(({ label }) => label))}.`,
      { label: 'Add scores', run: () => this.addAll(interview.id, scores) },
      { label: 'Don’t add', run: () => this.clearMessage() },
    );
  }

  #compareResult(interview: InterviewRecord, scoreCodes: readonly string[]): void {
    this.#replace(interview.id, { view: 'compare' });
    const pasted = readPasted(scoreCodes.join(' '), interview);
    if ('value' in pasted) this.addAll(interview.id, pasted.value);
    else {
      this.unfolded = 'share';
      if (scoreCodes.length > 0) this.warn(pasted.problem.message);
    }
  }

  /**
   * Replaces the received link in the URL with the link to a screen of an interview on this device.
   */
  #replace(id: string, place: Place): void {
    history.replaceState(null, '', `${this.context.paths.kit}#${writePlace(id, place)}`);
    this.#link = readKitLink(location.hash);
  }

  protected screen(): Screen {
    const link = this.#link;
    if (link.kind === 'interview' || link.kind === 'mock') return { name: 'invitation', link };
    const interview = link.kind === 'own' ? this.interviews.get(link.id) : undefined;
    if (link.kind !== 'own' || interview === undefined) return { name: 'start' };
    const place = placeOf(link.place, interview, this.me);
    return place.view === 'compare'
      ? { name: 'compare', interview }
      : { name: 'score', interview, place };
  }

  /** The reader's initials in study groups, if they are known. */
  get me(): string | undefined {
    return new QuestionSets(this.context.data.book).saved.me;
  }

  /**
   * Returns the set from which a study group started an interview, if it is on this device. Turns
   * follow the interview's questions, because the set may have been changed since.
   */
  setOf(interview: InterviewRecord): SetLink | undefined {
    const set = interview.mock === undefined ? undefined : this.latestSetOf(interview);
    return set && { ...set, all: codesOf(interview) };
  }

  /** Returns the set of an interview as it is now. */
  latestSetOf(interview: InterviewRecord): SetLink | undefined {
    const { book } = this.context.data;
    const isItsSet = (set: SetLink) => isFromSet(interview, set);
    return setWith(codesOf(interview), book) ?? new QuestionSets(book).find(isItsSet);
  }

  /** Returns the questions on a person's scorecard. */
  codesOf(interview: InterviewRecord, label: Label): string[] {
    return codesOfPerson(interview, this.setOf(interview), label);
  }

  progress(interview: InterviewRecord, label: Label) {
    return progressOf(interview, label, this.context.questions, this.codesOf(interview, label));
  }

  /** Returns the screen where scoring someone continues. */
  placeOf(interview: InterviewRecord, label: Label): ScorePlace {
    const first = codesOf(interview).indexOf(this.codesOf(interview, label)[0] ?? '');
    const question = Math.max(first, lastQuestion(interview, label));
    return { view: 'score', label, question };
  }

  /** Returns the screen where scoring starts: in a group, the first turn of someone else. */
  firstPlace(interview: InterviewRecord): ScorePlace {
    const set = this.setOf(interview);
    const turn = set && firstTurn(interview, set, this.me);
    const { label, question } = turn ?? { label: firstLabel(interview, this.me), question: 0 };
    return { view: 'score', label, question };
  }

  /** Returns the screen where scoring continues. */
  continuePlace(interview: InterviewRecord): ScorePlace {
    if (interview.candidates.every(isBlank)) return this.firstPlace(interview);
    const label = unfinishedLabel(interview, this.setOf(interview) && this.me);
    const codes = this.codesOf(interview, label);
    const { questions } = this.context;
    const question = unfinishedQuestion(interview, label, questions, codes);
    return { view: 'score', label, question };
  }

  /** In a group, another question may be another person's turn. A guest has all questions. */
  labelAt(interview: InterviewRecord, { label, question }: Omit<ScorePlace, 'view'>): Label {
    const set = this.setOf(interview);
    const codes = codesOf(interview);
    if (set === undefined) return label;
    const hasTurn = codes.some((code) => labelOfTurn(interview, set, code) === label);
    return (hasTurn && labelOfTurn(interview, set, codes[question] ?? '')) || label;
  }

  words(interview: InterviewRecord): PeopleWords {
    return wordsFor(interview, this.setOf(interview) !== undefined);
  }

  /** Says what is wrong with the link. The start screen shows this. */
  get problem(): string | undefined {
    if (this.#link.kind === 'problem') return this.#link.problem;
    if (this.#link.kind === 'result') return 'This result isn’t on this device anymore.';
    if (this.#link.kind !== 'own') return undefined;
    return 'This interview isn’t on this device. Open its link, or a file that you saved.';
  }
}

function screenKey(link: KitLink): string {
  return link.kind === 'own' ? `${link.id} ${link.place.split('/')[0]}` : link.kind;
}

function idOf(link: KitLink): string | undefined {
  return link.kind === 'own' ? link.id : undefined;
}

/**
 * True if someone would look at added scores now: those of several people, or of one whose own
 * scores are locked. The scores of others are hidden until then.
 */
function canCompare(interview: InterviewRecord, added: readonly FittingScores[]): boolean {
  const labels = [...new Set(added.map(({ label }) => label))];
  return (
    labels.length > 1 || labels.some((label) => candidateOf(interview, label)?.lockedAt != null)
  );
}

/** Says whose scores they are, such as "CL’s" or, if someone's initials are unknown, "someone’s". */
export function scorersOf(scores: readonly FittingScores[]): string {
  const names = [...new Set(scores.map(({ by }) => by ?? 'someone'))];
  return `${listOf(names)}’s`;
}

const knownScores = 'You already have these scores.';
