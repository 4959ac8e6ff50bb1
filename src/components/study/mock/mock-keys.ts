import type { Shortcut } from '../base/shortcuts.ts';
import { finish, nextQuestion } from './candidate-screens.ts';
import type { MockScreen } from './mock-screen.ts';
import type { Room } from './room.ts';
import { questionInFocus, scoreKeys } from './score-keys.ts';

/** The keys that do something on a screen. */
export function mockKeys(screen: MockScreen, room: Room, root: HTMLElement): Shortcut[] {
  return [...cancelKey(room), ...keysOf(screen, room, root)];
}

function cancelKey(room: Room): Shortcut[] {
  if (room.confirms === undefined) return [];
  return [{ key: 'Escape', label: 'Go back to what you were doing', run: room.cancel }];
}

function keysOf(screen: MockScreen, room: Room, root: HTMLElement): Shortcut[] {
  const { candidate, interviewer } = room;
  switch (screen.name) {
    case 'asking':
      return [
        { key: 'n', label: 'Next question', run: () => nextQuestion(room) },
        { key: 'p', label: 'Pause, go on', run: () => candidate.pauseOrGoOn() },
        { key: 'f', label: 'Finish', run: () => finish(screen.run, room) },
        { key: 'b', label: 'Switch the bell on or off', run: () => candidate.switchBell() },
      ];
    case 'scoring': {
      const { place } = screen.run;
      return [
        ...scoreKeys(root),
        { key: 'n', label: 'Next answer', run: () => candidate.goTo(place + 1) },
        { key: 'p', label: 'The answer before', run: () => candidate.goTo(place - 1) },
      ];
    }
    case 'scorecard':
      return [
        ...scoreKeys(root),
        { key: 'n', label: 'Next question', run: () => focusNext(root) },
        {
          key: 't',
          label: 'Start or stop the timer of the question',
          run: () => {
            const code = questionInFocus(root)?.dataset['question'];
            if (code !== undefined) interviewer.switchTimer(screen.open, code);
          },
        },
      ];
    default:
      return [];
  }
}

/** Goes to the question after the one with the focus; after the last, to the first. */
function focusNext(root: HTMLElement): void {
  const questions = [...root.querySelectorAll<HTMLElement>('[data-question]')];
  const here = document.activeElement?.closest<HTMLElement>('[data-question]');
  const next = here ? questions[questions.indexOf(here) + 1] : undefined;
  (next ?? questions[0])?.querySelector<HTMLElement>('h3')?.focus();
}
