import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeMicrophone, settled } from '../../../tests/support/fake-microphone.ts';
import { SayIt } from './say-it.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Builds only the parts of a lab's section that are needed for recording. */
function section() {
  const players: object[] = [];
  const parts = {
    '[data-clock]': { textContent: '' },
    '[data-record-sentence]': { textContent: '' },
    '[data-recording-status]': { textContent: '' },
    '[data-recording]': {
      querySelector: () => ({ src: '' }),
      replaceChildren: (...added: object[]) => players.splice(0, players.length, ...added),
    },
  };
  const querySelector = (selector: keyof typeof parts) => parts[selector];
  const button = parts['[data-record-sentence]'];
  const clock = parts['[data-clock]'];
  return { element: { querySelector } as unknown as HTMLElement, players, button, clock };
}

it('asks for the microphone once if the button is pressed twice, and turns it off again', async () => {
  const microphone = new FakeMicrophone();
  const { element, players, button } = section();
  const sayIt = new SayIt(element, () => 0);
  void sayIt.press();
  void sayIt.press();
  expect(microphone.asked).toBe(1);
  await microphone.allow();
  expect(button.textContent).toBe('Stop');
  await sayIt.press();
  expect(microphone.live).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(button.textContent).toBe('Record again');
  expect(players).toMatchObject([{ ariaLabel: 'Your recorded sentence' }]);
});

it('ends by itself after the time for a sentence, and a press meanwhile starts no other recording', async () => {
  const microphone = new FakeMicrophone();
  const { element, button, clock } = section();
  let time = 0;
  const sayIt = new SayIt(element, () => time);
  void sayIt.press();
  await microphone.allow();
  time = 5000;
  vi.advanceTimersByTime(200);
  expect(clock.textContent).toBe('0:15');
  time = 20_000;
  vi.advanceTimersByTime(200);
  void sayIt.press();
  await settled();
  expect(microphone.asked).toBe(0);
  expect(microphone.live).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(button.textContent).toBe('Record again');
});
