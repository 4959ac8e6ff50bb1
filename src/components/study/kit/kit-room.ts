import type { TemplateResult } from 'lit-html';
import { codesOf, nameOfInterview } from '../../../domain/kit/interview.ts';
import { candidateGrid } from '../../band/drawings.ts';
import { fillBand } from '../../band/fill-band.ts';
import { isTextField } from '../../keys/shortcuts-enabled.ts';
import { counted } from '../base/format.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import { compareView } from './compare-view.ts';
import { invitationView } from './invitation-view.ts';
import { progressOf } from './parts.ts';
import { KitRoom, type Screen } from './room.ts';
import { moveOn, scoreByKey, scoreView, startOrStop } from './score-view.ts';
import { startView } from './start-view.ts';

/** The screens of the interview kit, and their shortcuts. */
export class KitRoomElement extends KitRoom {
  #screen: Screen = { name: 'start' };

  override update(): void {
    super.update();
    if (this.#screen.name === 'start') showLatest(this);
  }

  protected override view(): TemplateResult {
    this.#screen = this.screen();
    const { name } = this.#screen;
    this.dataset['screen'] = name;
    document.documentElement.classList.toggle('wide', name !== 'start');
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
    const digits = ['1', '2', '3', '4', '5', '0'].map((key) => ({
      key,
      label: key === '0' ? 'Mark the criterion as not assessed' : `Give the criterion a ${key}`,
      run: () => scoreByKey(key === '0' ? null : Number(key), interview, place, this),
    }));
    const move = (by: number) => () => moveOn(interview, place, by, this);
    return [
      ...digits,
      { key: 'ArrowRight', label: 'Next question', run: move(1) },
      { key: 'ArrowLeft', label: 'Previous question', run: move(-1) },
      { key: 'c', label: 'Next candidate', run: () => this.nextCandidate(interview, place.label) },
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

/** Shows the latest interview in the page's band. */
function showLatest({ interviews, context }: KitRoom): void {
  const [latest] = interviews.all;
  if (latest === undefined) return;
  const grid = latest.candidates.map(({ label: letter, answers }) => {
    const isScored = (code: string) =>
      answers.some((one) => one.code === code && one.scores.some((score) => score !== null));
    return {
      letter,
      done: codesOf(latest).filter(isScored).length,
      total: latest.questions.length,
    };
  });
  const scored = latest.candidates.filter(
    ({ label }) => progressOf(latest, label, context.questions).scored > 0,
  ).length;
  fillBand({
    lead: nameOfInterview(latest),
    figure: `${scored}`,
    unit: `of ${counted(latest.candidates.length, 'candidate')} scored`,
    drawing: candidateGrid(grid),
  });
}
