import type { TemplateResult } from 'lit-html';
import { goTo, type MockAddress, mockAddress, onAddress } from '../../../browser/room-address.ts';
import { scoreCodesOf } from '../../../domain/kit/received.ts';
import { readMockLink } from '../../../domain/mock/mock-link.ts';
import { fillBand, resetBand } from '../../band/fill-band.ts';
import { isTextField } from '../../keys/shortcuts-enabled.ts';
import { scoreShortcuts } from '../base/criterion-view.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { askingView, finish, scoringView } from './asking-view.ts';
import { createView, lobbyBand, lobbyView } from './create-view.ts';
import { type MockScreen, openMock, screenOf } from './mock-screen.ts';
import { resultView } from './result-view.ts';
import { Room } from './room.ts';
import { RunningMock } from './running-mock.ts';

/**
 * The mock interview page. The URL contains the interview and the role, and the device stores
 * unfinished work. Together, they determine which screen is shown (see `mock-screen.ts`).
 */
export class MockRoomElement extends Room {
  #address: MockAddress = mockAddress();
  #screen!: MockScreen;

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    this.running = new RunningMock(this, signal);
    onAddress(this, () => this.#follow(), signal);
    this.#leaveForKit();
  }

  protected override view(): TemplateResult {
    const screen = screenOf({
      address: this.#address,
      open: openMock(this.#address.fragment, this.context),
      run: this.running.run,
      records: this.context.model.progress.mocks,
    });
    this.#screen = screen;
    const { name } = screen;
    this.dataset['screen'] = name;
    // During an interview, the page uses the wide layout, without a sidebar.
    document.documentElement.classList.toggle('wide', name === 'asking' || name === 'scoring');
    this.#showBand(screen);
    switch (screen.name) {
      case 'create':
        return createView(screen, this);
      case 'asking':
        return askingView(screen, this);
      case 'scoring':
        return scoringView(screen, this);
      case 'result':
        return resultView(screen, this);
      default:
        return lobbyView(screen, this);
    }
  }

  protected override shortcuts(): readonly Shortcut[] {
    return mockKeys(this.#screen, this);
  }

  /** Once there is an interview, the band is about that one. */
  #showBand(screen: MockScreen): void {
    const { data } = this.context;
    if (screen.name === 'create') resetBand();
    else if (screen.name === 'lobby') fillBand(lobbyBand(screen.open, this.context));
    else {
      const { link } = screen.name === 'result' ? screen.record : screen.open;
      const { minutes } = readMockLink(link, data.book);
      fillBand({ figure: String(minutes), unit: minutes === 1 ? 'minute' : 'minutes' });
    }
  }

  override open(address: string): void {
    goTo(address);
    this.#follow();
  }

  #follow(): void {
    this.#address = mockAddress();
    this.#leaveForKit();
    this.update();
  }

  /**
   * Redirects to the interview kit if the link contains scores, or if it dates from before December
   * 2026 and leads to a scorecard or a comparison.
   */
  #leaveForKit(): void {
    const { as, fragment } = this.#address;
    const isOfKit = as === 'interviewer' || as === 'observer' || scoreCodesOf(fragment).length > 0;
    if (!isOfKit) return;
    location.replace(`${this.context.paths.kit}#${fragment}`);
  }
}

function mockKeys(screen: MockScreen, room: Room): Shortcut[] {
  const { running } = room;
  switch (screen.name) {
    case 'asking':
      return [
        leaveField,
        { key: 'n', label: 'Next question', run: () => running.next() },
        { key: 'p', label: 'Pause or resume', run: () => running.pauseOrResume() },
        { key: 'r', label: 'Start or stop recording', run: () => running.recorder.switch() },
        { key: 'a', label: 'Turn time alerts on or off', run: () => running.switchAlerts() },
        { key: 'f', label: 'Finish', run: () => void finish(room) },
      ];
    case 'scoring': {
      const { place } = screen.run;
      return [
        leaveField,
        ...scoreShortcuts(room, '.dock .primary'),
        { key: 'n', label: 'Next answer', run: () => running.goTo(place + 1) },
        { key: 'p', label: 'Previous answer', run: () => running.goTo(place - 1) },
      ];
    }
    default:
      return [];
  }
}

/** Moves the focus to the question's heading, where shortcuts work. */
const leaveField: Shortcut = {
  key: 'Escape',
  label: 'Leave the notes field to use shortcuts',
  whileTyping: true,
  run: () => {
    if (!isTextField(document.activeElement)) return;
    const part = document.activeElement?.closest('section');
    part?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
  },
};
