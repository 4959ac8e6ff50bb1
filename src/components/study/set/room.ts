import { QuestionSets } from '../../../browser/question-sets.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { answersByQuestion } from '../../../domain/progress/answers-by-question.ts';
import {
  cleanInitials,
  findSetLink,
  initialsRule,
  type PracticeCode,
  readPracticeCodes,
} from '../../../domain/study-set/practice-code.ts';
import {
  findSet,
  type GroupMember,
  groupOf,
  idOf,
  notePracticed,
  practicedBy,
  restorePracticed,
  restoreSet,
} from '../../../domain/study-set/saved-sets.ts';
import {
  addPerson,
  addToSet,
  freeQuestions,
  giveQuestion,
  mergeSets,
  moveInSet,
  peekAtSet,
  readSetLink,
  removeFromSet,
  renameSet,
  type SetLink,
  type StudySet,
  setIn,
  splitEvenly,
  writeSetLink,
} from '../../../domain/study-set/set-link.ts';
import { listOf } from '../../../lib/text.ts';
import { counted, fieldsOf } from '../base/format.ts';
import { nameOf } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { StudyElement } from '../base/study-element.ts';

/** How long a message is shown, in milliseconds. Undo stays available until the next change. */
const shown = 6000;

const linkChanged = 'The link has changed: send it again so that the others see it.';

const ownCode = 'That’s your own code. Your row already counts.';

export class SetRoom {
  readonly host: StudyElement;
  readonly sets: QuestionSets;
  filter = '';
  /** The name as typed. Cleaning it would remove the space before the next word. */
  typedName: string | undefined;
  /** The code of the question that the reader will take once they have entered their initials. */
  takingCode: string | undefined;
  initialsProblem: string | undefined;
  /**
   * The spot where the set in the URL was last changed since it was opened, if it was. The page
   * shows the new link there.
   */
  newLinkAt: string | undefined;
  /** The people whose codes were just pasted. */
  updated: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StudyElement, signal: AbortSignal) {
    this.host = host;
    this.sets = new QuestionSets(host.context.data.book);
    this.sets.onElsewhere(() => this.#clearMessage(), signal);
    const onAddress = () => {
      this.#open();
      this.#clearMessage();
      this.#focus('heading');
    };
    for (const event of ['popstate', 'hashchange']) {
      window.addEventListener(event, onAddress, { signal });
    }
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    this.#open();
  }

  get context(): StudyContext {
    return this.host.context;
  }

  /** The set in the URL. Undefined if the page shows the set being built. */
  get sharedLink(): SetLink | undefined {
    const { hash } = location;
    return hash.length > 1 ? readSetLink(hash, this.context.data.book) : undefined;
  }

  get me(): string | undefined {
    return this.sets.saved.me;
  }

  practicedByMe({ codes }: SetLink): string[] {
    const answers = answersByQuestion(this.context.model.progress.reviews);
    return codes.filter((code) => answers.has(code));
  }

  /**
   * Returns the people in a set and what they have practiced. The reader is included unless the set
   * lists people and the reader hasn't said who they are.
   */
  groupOf(set: SetLink): GroupMember[] {
    const mine = this.practicedByMe(set);
    const others = practicedBy(findSet(this.sets.saved, idOf(set)));
    return groupOf(set, { me: this.me, mine: new Set(mine), others });
  }

  /**
   * Returns this device's version of the set if it was changed here and has anything that the
   * opened link doesn't.
   */
  earlierOf(link: SetLink): StudySet | undefined {
    const saved = findSet(this.sets.saved, idOf(link));
    if (saved?.isChanged !== true) return undefined;
    const earlier = setIn(readSetLink(saved.link, this.context.data.book));
    const merged = writeSetLink(mergeSets(setIn(link), earlier));
    return merged === writeSetLink(setIn(link)) ? undefined : earlier;
  }

  // Changes to the set in the URL

  /**
   * Takes a question, or releases it if the reader has it. If the reader has no initials yet, asks
   * for them first.
   */
  take(link: SetLink, question: StudyQuestion): void {
    const { me } = this;
    if (me === undefined) {
      this.takingCode = question.code;
      this.host.update();
      this.host.focusOn('.introduce input');
      return;
    }
    const isMine = link.takers?.get(question.code) === me;
    const changed = giveQuestion(ownVersion(link), question.code, isMine ? undefined : me);
    const name = nameOf(question);
    if (changed.takers?.get(question.code) !== (isMine ? undefined : me)) {
      this.#say('This group is full, so the link can’t have your initials.', 'problem');
      return;
    }
    const spot = `take-${question.code}`;
    this.#changeLink(changed, spot);
    const what = isMine ? `“${name}” is free again` : `You take “${name}”`;
    this.host.notify(spot, {
      tone: 'good',
      text: `${what}. ${linkChanged}`,
    });
    this.host.focusOn(`[data-focus="take ${question.code}"]`);
  }

  /** Saves the reader's initials, and takes the question that was waiting for them. */
  introduce(typed: string, link: SetLink): void {
    const initials = cleanInitials(typed);
    this.initialsProblem = initials === undefined ? initialsRule : undefined;
    if (initials === undefined) {
      this.host.update();
      return;
    }
    this.sets.changeSaved((saved) => ({ ...saved, me: initials }));
    const question = this.context.questions.get(this.takingCode ?? '');
    this.takingCode = undefined;
    if (question === undefined) this.#say(`You’re ${initials} on this device.`);
    else if (link.takers?.get(question.code) === initials) this.host.update();
    else this.take(link, question);
  }

  forgetMe(): void {
    this.sets.changeSaved(({ me: _, ...saved }) => saved);
    this.host.update();
    this.host.focusOn('.introduce input');
  }

  /**
   * Adds the codes in pasted messages, and says what changed. If the set lists people, asks before
   * it adds anyone else.
   */
  paste(event: SubmitEvent, link: SetLink): void {
    const form = event.target as HTMLFormElement;
    const text = String(fieldsOf(event).get('codes'));
    const group = this.groupOf(link).map(({ initials }) => initials);
    const { codes, problems } = readPracticeCodes(text, link.all.length, group);
    const others = codes.filter(({ initials }) => initials !== this.me);
    if (others.length === 0) {
      this.#refuse(text, codes.length > 0 ? [ownCode, ...problems] : problems);
      return;
    }
    form.reset();
    const isKnown = ({ initials }: PracticeCode) =>
      link.people === undefined || group.includes(initials);
    this.#add(link, others.filter(isKnown), {
      strangers: others.filter((code) => !isKnown(code)),
      problems,
    });
  }

  /** Says why pasted text has nothing to add. If it has a link to a set, offers to open it. */
  #refuse(text: string, reasons: readonly string[]): void {
    this.updated = new Set();
    const fragment = findSetLink(text);
    const open = () => this.goTo(fragment ?? '');
    if (reasons.length > 0 || fragment === undefined) {
      const none = 'No code in this text. A code looks like R2-15.';
      this.host.notify('codes', { tone: 'problem', text: reasons.join(' ') || none });
    } else {
      this.host.notify('codes', {
        tone: 'question',
        text: 'This is a link to a set, not a code.',
        actions: [{ label: 'Open the link', run: open }],
      });
    }
  }

  /** Adds codes. Then asks about those of people who aren’t in the set, or offers to undo. */
  #add(
    link: SetLink,
    codes: readonly PracticeCode[],
    { strangers, problems }: { strangers: readonly PracticeCode[]; problems: readonly string[] },
  ): void {
    const id = idOf(link);
    const before = findSet(this.sets.saved, id)?.practiced;
    const address = location.hash;
    const { newLinkAt } = this;
    const sentences = [...problems];
    const undo = () => {
      if (location.hash !== address) {
        this.#changeLink(setIn(readSetLink(address, this.context.data.book)), 'codes');
        this.newLinkAt = newLinkAt;
      }
      this.sets.changeSaved((saved) => restorePracticed(saved, id, before));
      this.updated = new Set();
      this.host.notify('codes', { tone: 'good', text: 'Undone.' });
    };
    const note = (added: readonly PracticeCode[]) => {
      sentences.unshift(...added.map((code) => this.#describe(code, link)));
      const news = added.map(({ initials, practiced }) => {
        return [initials, link.all.filter((_, index) => practiced[index])] as const;
      });
      this.sets.changeSaved((saved) => notePracticed(saved, id, new Map(news)));
      this.updated = new Set([...this.updated, ...added.map(({ initials }) => initials)]);
    };
    const report = () =>
      this.host.notify('codes', {
        tone: problems.length === 0 ? 'good' : 'problem',
        text: sentences.join(' '),
        actions: this.updated.size === 0 ? [] : [{ label: 'Undo', run: undo }],
      });
    this.updated = new Set();
    note(codes);
    if (strangers.length === 0) {
      report();
      return;
    }
    const names = strangers.map(({ initials }) => initials);
    const list = listOf(names);
    const add = () => {
      const grown = names.reduce(addPerson, ownVersion(link));
      note(strangers);
      // In a full group, the code counts on this device only.
      if (grown.people?.length !== link.people?.length) {
        this.#changeLink(grown, 'codes');
        sentences.push(linkChanged);
      }
      report();
    };
    const leave = () => {
      sentences.push(`${list} ${names.length === 1 ? 'wasn’t' : 'weren’t'} added.`);
      report();
    };
    const question = `${list} ${names.length === 1 ? 'isn’t' : 'aren’t'} in this set. Add ${list}?`;
    this.host.notify('codes', {
      tone: 'question',
      text: [...sentences, question].join(' '),
      actions: [
        { label: `Add ${list}`, run: add },
        { label: 'Don’t add', run: leave },
      ],
    });
  }

  /** Says how much someone has practiced, such as "BM: 2 of 4 practiced." */
  #describe({ initials, practiced }: PracticeCode, link: SetLink): string {
    const before = this.groupOf(link).find((member) => member.initials === initials);
    const has = link.codes.map((code) => practiced[link.all.indexOf(code)] === true);
    const isSame = before?.practiced.join() === has.join();
    const count = has.filter(Boolean).length;
    return `${initials}: ${count} of ${has.length} practiced${isSame ? ', as before' : ''}.`;
  }

  /**
   * Merges this device's version of the set into the link. If `earlier` is undefined, uses the link
   * unchanged.
   */
  settle(link: SetLink, earlier: StudySet | undefined): void {
    if (earlier === undefined) this.sets.keep(setIn(link), false);
    else this.#changeLink(mergeSets(ownVersion(link), earlier), 'settled');
    const text =
      earlier === undefined
        ? 'This link replaced your version.'
        : 'Added. Send the new link to your group.';
    this.#clearMessage();
    this.host.notify('settled', { tone: 'good', text });
    this.#focus('heading');
  }

  /** Opens the set in the URL for editing, as the set being built. */
  edit(link: SetLink): void {
    this.sets.edit(setIn(link));
    this.goTo('');
  }

  /**
   * Opens the set in a fragment, or the set being built if the fragment is empty. The Back button
   * returns to the previous one.
   */
  goTo(fragment: string): void {
    history.pushState(null, '', this.context.paths.set + (fragment && `#${fragment}`));
    this.#open();
    this.#clearMessage();
    window.scrollTo(0, 0);
    this.#focus('heading');
  }

  // Changes to the set being built

  change(edit: (set: StudySet) => StudySet, message = ''): void {
    this.sets.changeDraft(edit);
    this.#say(message);
  }

  rename(name: string): void {
    this.typedName = name;
    this.change((set) => renameSet(set, name));
  }

  endNaming(): void {
    this.typedName = undefined;
    this.host.update();
  }

  narrow(filter: string): void {
    this.filter = filter;
    this.host.update();
  }

  startNew(): void {
    this.sets.edit(undefined);
    this.#clearMessage();
    window.scrollTo(0, 0);
    this.#focus('heading');
  }

  put(isIn: boolean, codes: readonly string[]): void {
    // No message is needed, because the checkbox and the count show the change.
    this.change((set) => (isIn ? addToSet(set, ...codes) : removeFromSet(set, ...codes)));
  }

  /** Gives the free questions to the people in the set, and says how many there were. */
  split(): void {
    const set = setIn(this.sets.draft);
    const { length } = freeQuestions(set);
    this.change(splitEvenly);
    const others = length === set.codes.length ? '' : ' The others stay as they were.';
    const text =
      length === 0
        ? 'Someone takes each question already. Choose “Anyone” to free one.'
        : `${counted(length, 'free question')} ${length === 1 ? 'was' : 'were'} split.${others}`;
    this.host.notify('split', { tone: 'good', text });
  }

  /** @param index the new index among the questions that the guide has */
  move({ code, title }: StudyQuestion, index: number): void {
    const text = `“${title}” is now number ${index + 1} of ${this.sets.draft.codes.length}.`;
    const neighbor = this.sets.draft.codes[index] ?? '';
    this.change((set) => moveInSet(set, code, set.codes.indexOf(neighbor)), text);
  }

  leaveOut({ code, title }: Pick<StudyQuestion, 'code' | 'title'>): void {
    const { codes } = this.sets.draft;
    const index = codes.indexOf(code);
    this.change((set) => removeFromSet(set, code), `“${title}” was removed.`);
    const next = codes[index + 1] ?? codes[index - 1];
    this.#focus(next === undefined ? 'heading' : `remove ${next}`);
  }

  /** Deletes a set from this device, along with the codes that were pasted for it. */
  delete(link: string): void {
    const set = peekAtSet(link);
    const id = idOf(set);
    const gone = findSet(this.sets.saved, id);
    const wasDraft = idOf(this.sets.draft) === id;
    this.sets.remove(id);
    this.#clearMessage();
    const undo = () => {
      if (gone !== undefined) this.sets.changeSaved((saved) => restoreSet(saved, gone));
      if (wasDraft) this.sets.edit(setIn(set));
      this.#say('Undone.');
      this.host.focusOn('.name input');
    };
    const text = set.name === '' ? 'The set was deleted.' : `“${set.name}” was deleted.`;
    this.host.notify('set', { tone: 'good', text, actions: [{ label: 'Undo', run: undo }] });
    this.host.focusOn('.notice button');
  }

  /**
   * Saves the set whose link was opened, unless this device's version has more. The reader then has
   * to choose (see `settle`).
   */
  #open(): void {
    this.typedName = undefined;
    this.takingCode = undefined;
    this.newLinkAt = undefined;
    this.updated = new Set();
    const link = this.sharedLink;
    if (link === undefined || link.all.length === 0) return;
    if (this.earlierOf(link) !== undefined) {
      this.sets.noteOpened(setIn(link));
      return;
    }
    const isChanged = findSet(this.sets.saved, idOf(link))?.isChanged ?? false;
    this.sets.keep(setIn(link), isChanged);
  }

  #changeLink(set: StudySet, spot: string): void {
    this.sets.keep(set, true);
    this.newLinkAt = spot;
    history.replaceState(null, '', `#${writeSetLink(set)}`);
  }

  #say(text: string, tone: 'good' | 'problem' = 'good'): void {
    this.#clearMessage();
    if (text === '') return;
    this.host.notify('set', { tone, text });
    this.#timer = setTimeout(() => this.#clearMessage(), shown);
  }

  #clearMessage(): void {
    clearTimeout(this.#timer);
    this.host.notify('set', undefined);
  }

  #focus(target: string): void {
    document.querySelector<HTMLElement>(`[data-focus="${target}"]`)?.focus();
  }
}

/**
 * Returns the link's set for editing. Links in format 1 have no id, so the set gets one that is the
 * same for everyone who changes it.
 */
function ownVersion(link: SetLink): StudySet {
  return { ...setIn(link), id: idOf(link) };
}
