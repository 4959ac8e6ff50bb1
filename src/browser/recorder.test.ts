import { afterEach, expect, it, vi } from 'vitest';
import { FakeMicrophone } from '../../tests/support/fake-microphone.ts';
import { Recorder } from './recorder.ts';

afterEach(() => void vi.unstubAllGlobals());

it('releases the microphone if the browser can’t record its sound', async () => {
  const microphone = new FakeMicrophone();
  microphone.isUnsupported = true;
  const started = Recorder.start();
  await microphone.allow();
  expect(await started).toHaveProperty('problem');
  expect(microphone.tracks).toHaveLength(1);
  expect(microphone.live).toBe(0);
});

it('releases the microphone when it is stopped, and returns the sound', async () => {
  const microphone = new FakeMicrophone();
  const starting = Recorder.start();
  await microphone.allow();
  const started = await starting;
  if ('problem' in started) throw new Error(started.problem);
  expect(microphone.live).toBe(1);
  expect(await (await started.value.stop()).text()).toBe('sound');
  expect(microphone.live).toBe(0);
});
