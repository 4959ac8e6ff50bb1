import type { TemplateResult } from 'lit-html';
import { goTo, type MockAddress, mockAddress, onAddress } from '../../../browser/room-address.ts';
import { isTextField } from '../../keys/shortcuts-enabled.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { askingView, finish, scoringView } from './asking-view.ts';
import { createView, lobbyView } from './create-view.ts';
import { type MockScreen, openMock, screenOf } from './mock-screen.ts';
import { resultView } from './result-view.ts';
import { Room } from './room.ts';

/**
 * The mock interview's page. The URL has the mock interview and the role, and the device stores
 * unfinished work. Both decide the screen (`mock-screen.ts`).
 */
export class MockRoomElement extends StudyElement {
  #address: MockAddress = mockAddress();
  /** Set in `start`, before the first view. */
  #room!: Room;
  #screen!: MockScreen;

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    const open = (address: string) => {
      goTo(address);
      this.#follow();
    };
    this.#room = new Room(this, open, signal);
    onAddress(this, () => this.#follow(), signal);
    this.#leaveForKit();
  }

  protected override view(): TemplateResult {
    this.#screen = this.#screenNow(this.#room);
    const { name } = this.#screen;
    this.dataset['screen'] = name;
    // During an interview, the page uses the layout of wide pages, which has no sidebar.
    document.documentElement.classList.toggle('wide', name === 'asking' || name === 'scoring');
    return screenView(this.#screen, this.#room);
  }

  protected override shortcuts(): readonly Shortcut[] {
    return mockKeys(this.#screen, this.#room, this);
  }

  #screenNow({ context, candidate }: Room): MockScreen {
    return screenOf({
      address: this.#address,
      open: openMock(this.#address.fragment, context),
      run: candidate.run,
      records: context.model.progress.mocks,
    });
  }

  #follow(): void {
    this.#address = mockAddress();
    this.#leaveForKit();
    this.update();
  }

  /** Links to scorecards and comparisons from before December 2026 open in the interview kit. */
  #leaveForKit(): void {
    const { as, fragment } = this.#address;
    if (as !== 'interviewer' && as !== 'observer') return;
    location.replace(`${this.context.paths.kit}#${fragment}`);
  }
}

function screenView(screen: MockScreen, room: Room) {
  switch (screen.name) {
    case 'create':
      return createView(screen, room);
    case 'asking':
      return askingView(screen, room);
    case 'scoring':
      return scoringView(screen, room);
    case 'result':
      return resultView(screen, room);
    default:
      return lobbyView(screen, room);
  }
}

function mockKeys(screen: MockScreen, room: Room, root: HTMLElement): Shortcut[] {
  const { candidate } = room;
  switch (screen.name) {
    case 'asking':
      return [
        leaveField,
        { key: 'n', label: 'Next question', run: () => candidate.next() },
        { key: 'p', label: 'Pause or resume', run: () => candidate.pauseOrResume() },
        { key: 'r', label: 'Start or stop recording', run: () => candidate.recorder.switch() },
        { key: 'a', label: 'Turn time alerts on or off', run: () => candidate.switchAlerts() },
        { key: 'f', label: 'Finish', run: () => void finish(room) },
      ];
    case 'scoring': {
      const { place } = screen.run;
      return [
        leaveField,
        ...scoreKeys(root),
        { key: 'n', label: 'Next answer', run: () => candidate.goTo(place + 1) },
        { key: 'p', label: 'Previous answer', run: () => candidate.goTo(place - 1) },
      ];
    }
    default:
      return [];
  }
}

/** The focus moves to the heading of the same question, whose shortcuts then work. */
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

function scoreKeys(root: HTMLElement): Shortcut[] {
  const none = 'Mark the criterion as not assessed';
  return ['1', '2', '3', '4', '5', '0'].map((key) => ({
    key,
    label: key === '0' ? none : `Give the criterion a ${key}`,
    run: () => press(root, key === '0' ? 'none' : key),
  }));
}

/**
 * Returns the question that has the focus. If the focus is above the questions, returns the first
 * one.
 */
function questionInFocus(root: HTMLElement): HTMLElement | null {
  const focused = document.activeElement ?? document.body;
  const first = root.querySelector<HTMLElement>('[data-question]');
  const above = first && isBefore(focused, first) ? first : null;
  return focused.closest<HTMLElement>('[data-question]') ?? above;
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The radio button that completed a question. While it has the focus, digits do nothing. */
let completedBy: Element | null = null;

function press(root: HTMLElement, value: string): void {
  const question = questionInFocus(root);
  const groups = [
    ...(question?.querySelectorAll<HTMLElement>('.criterion:not(:disabled)') ?? []),
  ].filter((group) => group.closest('[data-question]') === question);
  const group = groups.find((one) => one.contains(document.activeElement)) ?? groups.find(isOpen);
  if (group === undefined || document.activeElement === completedBy) return;
  const button = group.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  button?.click();
  // A criterion with a score is skipped, so that a digit replaces a score only if it has the focus.
  const next = groups.slice(groups.indexOf(group) + 1).find(isOpen);
  const target = next === undefined ? button : checked(next);
  completedBy = next === undefined ? button : null;
  target?.focus({ preventScroll: true });
  (next ?? group).scrollIntoView({ block: 'nearest' });
}

function isOpen(group: HTMLElement): boolean {
  return checked(group)?.value === 'none';
}

function checked(group: HTMLElement): HTMLInputElement | null {
  return group.querySelector<HTMLInputElement>('input:checked');
}
