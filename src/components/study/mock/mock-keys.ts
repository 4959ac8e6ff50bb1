import { switchTimer } from '../../../domain/mock/scorecard-run.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import { finish } from './asking-view.ts';
import type { MockScreen } from './mock-screen.ts';
import type { Room } from './room.ts';

export function mockKeys(screen: MockScreen, room: Room, root: HTMLElement): Shortcut[] {
  const { candidate, interviewer } = room;
  switch (screen.name) {
    case 'asking':
      return [
        { key: 'n', label: 'Next question', run: () => candidate.next() },
        { key: 'p', label: 'Pause or resume', run: () => candidate.pauseOrResume() },
        { key: 'r', label: 'Record answers, or stop', run: () => candidate.recorder.switch() },
        { key: 'a', label: 'Turn time alerts on or off', run: () => candidate.switchAlerts() },
        { key: 'f', label: 'Finish', run: () => void finish(room) },
      ];
    case 'scoring': {
      const { place } = screen.run;
      return [
        ...scoreKeys(root),
        { key: 'n', label: 'Next answer', run: () => candidate.goTo(place + 1) },
        { key: 'p', label: 'Previous answer', run: () => candidate.goTo(place - 1) },
      ];
    }
    case 'scorecard':
      return [
        ...scoreKeys(root),
        { key: 'n', label: 'Next question', run: () => focusNext(root) },
        {
          key: 't',
          label: 'Start or stop the question’s timer',
          run: () => {
            const code = questionInFocus(root)?.dataset['question'];
            if (code === undefined) return;
            interviewer.change(screen.open, (card, now) => switchTimer(card, code, now));
          },
        },
      ];
    default:
      return [];
  }
}

function scoreKeys(root: HTMLElement): Shortcut[] {
  const digits = ['1', '2', '3', '4', '5'].map((key) => ({
    key,
    label: `Score the criterion with ${key}`,
    run: () => press(root, key),
  }));
  return [
    ...digits,
    { key: '0', label: 'Mark the criterion as not assessed', run: () => press(root, 'none') },
  ];
}

function questionInFocus(root: HTMLElement): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>('[data-question]') ??
    root.querySelector<HTMLElement>('[data-question]')
  );
}

function press(root: HTMLElement, value: string): void {
  const question = questionInFocus(root);
  const groups = [
    ...(question?.querySelectorAll<HTMLElement>('.criterion:not(:disabled)') ?? []),
  ].filter((group) => group.closest('[data-question]') === question);
  const group =
    groups.find((one) => one.contains(document.activeElement)) ??
    groups.find((one) => checked(one)?.value === 'none') ??
    groups[0];
  if (group === undefined) return;
  const button = group.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  button?.click();
  const next = groups[groups.indexOf(group) + 1];
  const target = next === undefined ? button : checked(next);
  target?.focus({ preventScroll: true });
  (next ?? group).scrollIntoView({ block: 'nearest' });
}

function checked(group: HTMLElement): HTMLInputElement | null {
  return group.querySelector<HTMLInputElement>('input:checked');
}

/** Moves to the question after the focused one; after the last, to the first. */
function focusNext(root: HTMLElement): void {
  const questions = [...root.querySelectorAll<HTMLElement>('.card-question')];
  const here = document.activeElement?.closest<HTMLElement>('.card-question');
  const next = here ? questions[questions.indexOf(here) + 1] : undefined;
  (next ?? questions[0])?.querySelector<HTMLElement>('h3')?.focus();
}
