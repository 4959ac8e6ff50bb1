import type { TemplateResult } from 'lit-html';
import { codesOf, initialsOf, nameOfInterview } from '../../../domain/kit/interview.ts';
import { candidateLabels } from '../../../domain/progress/records.ts';
import { candidateGrid } from '../../band/drawings.ts';
import { fillBand, resetBand } from '../../band/fill-band.ts';
import { isTextField } from '../../keys/shortcuts-enabled.ts';
import { scoreShortcuts } from '../base/criterion-view.ts';
import { counted } from '../base/format.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import { compareView } from './compare-view.ts';
import { invitationBand, invitationView } from './invitation-view.ts';
import { KitRoom, type Screen } from './room.ts';
import { moveOn, scoreView, startOrStop } from './score-view.ts';
import { startView } from './start-view.ts';

export class KitRoomElement extends KitRoom {
  #screen: Screen = { name: 'start' };

  override update(): void {
    super.update();
    if (this.#screen.name === 'start') showLatest(this);
    if (this.#screen.name === 'invitation') fillBand(invitationBand(this.#screen.link, this));
  }

  protected override view(): TemplateResult {
    this.#screen = this.screen();
    const { name } = this.#screen;
    const isOpen = name === 'score' || name === 'compare';
    this.toggleAttribute('data-session', isOpen);
    document.documentElement.classList.toggle('wide', isOpen);
    switch (this.#screen.name) {
      case 'invitation':
        return invitationView(this.#screen.link, this);
      case 'score':
        return scoreView(this.#screen.interview, this.#screen.place, this);
      case 'compare':
        return compareView(this.#screen.interview, this);
      default:
        return startView(this);
    }
  }

  protected override shortcuts(): readonly Shortcut[] {
    if (this.#screen.name !== 'score') return [];
    const { interview, place } = this.#screen;
    const move = (by: number) => () => moveOn(interview, place, by, this);
    return [
      // Not the note: the keys that follow would become text in it.
      ...scoreShortcuts(this, '[data-next-question]'),
      { key: 'n', label: 'Next question', run: move(1) },
      { key: 'p', label: 'Previous question', run: move(-1) },
      // In a group of radio buttons, arrow keys choose another one.
      { key: 'ArrowRight', label: 'Next question, when no score has the focus', run: move(1) },
      { key: 'ArrowLeft', label: 'Previous question, when no score has the focus', run: move(-1) },
      {
        key: 'c',
        label: this.words(interview).next,
        run: () => this.nextCandidate(interview, place.label),
      },
      {
        key: 't',
        label: 'Start or stop the timer',
        run: () => startOrStop(interview, place, this),
      },
      {
        key: 'Escape',
        label: 'Leave the note to use shortcuts',
        whileTyping: true,
        run: () => {
          if (isTextField(document.activeElement)) this.focusOn('[data-focus-key^=question]');
        },
      },
    ];
  }
}

function showLatest(room: KitRoom): void {
  const { draft, interviews } = room;
  const { length } = draft.codes;
  if (length > 0) {
    fillBand({
      lead: draft.name || 'New interview',
      figure: `${length}`,
      unit: `${length === 1 ? 'question' : 'questions'} chosen`,
      drawing: candidateGrid(
        candidateLabels
          .slice(0, draft.names.length)
          .map((letter) => ({ letter, done: 0, total: length })),
      ),
    });
    return;
  }
  const [latest] = interviews.all;
  // The band may still show an invitation that the reader declined.
  if (latest === undefined) {
    resetBand();
    return;
  }
  const grid = latest.candidates.map((candidate) => {
    const { answers } = candidate;
    const isScored = (code: string) =>
      answers.some((one) => one.code === code && one.scores.some((score) => score !== null));
    const codes = codesOf(latest);
    const done = codes.filter(isScored).length;
    return { letter: initialsOf(candidate), done, total: codes.length };
  });
  const started = latest.candidates.filter(
    ({ label }) => room.progress(latest, label).scored > 0,
  ).length;
  const words = room.words(latest);
  fillBand({
    lead: nameOfInterview(latest),
    figure: `${started}`,
    unit: `of ${counted(latest.candidates.length, words.noun, words.nouns)} started`,
    drawing: candidateGrid(grid),
  });
}
