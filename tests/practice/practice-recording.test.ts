import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { startRecorder, useBrowser } from '../support/browser.ts';
import { studyData } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { openPractice, scoreAnswer } from './practice-steps.ts';

/** The microphone hears speech, silence, and speech again. These are their lengths in seconds. */
const speech = 1.5;
const silence = 3;

const folder = mkdtempSync(join(tmpdir(), 'voice-'));
const file = join(folder, 'voice.wav');
writeFileSync(file, voiceWav());
afterAll(() => rmSync(folder, { recursive: true }));

const open = useBrowser(() => startRecorder(file));
const site = inject('rootSite');
const link = `1.question.${studyData('dist').questions[0]?.code}`;

describe('a recorded answer', () => {
  itNightly(
    'draws the voice, is played and downloaded, and marks the pause where the silence was',
    async () => {
      const { page, errors } = await open({
        permissions: ['microphone'],
        reducedMotion: 'no-preference',
      });
      await openPractice(page, site, link);
      await page.getByRole('button', { name: 'Record' }).click();
      await page.locator('.recording', { hasText: 'Recording' }).waitFor();
      await page.getByText('Your recording isn’t saved.').waitFor();
      expect(await page.getByText('Your typing is saved.').count()).toBe(0);
      await page.getByLabel('Your answer in keywords').fill('intended use');
      await page.getByText('Your typing is saved. Your recording isn’t.').waitFor();
      // The line follows the voice, so it grows with each measurement of the volume.
      const line = page.locator('.beats .lit');
      const length = async () => (await line.getAttribute('d'))?.length ?? 0;
      await expect.poll(length, { interval: 50 }).toBeGreaterThan(40);
      const before = await length();
      await expect.poll(length, { interval: 50 }).toBeGreaterThan(before);
      const seconds = 2 * speech + silence + 0.5;
      await page.waitForFunction(
        (end) => Number(document.querySelector('[data-clock]')?.textContent?.slice(-2)) > end,
        seconds,
        { polling: 200, timeout: 15_000 },
      );
      await scoreAnswer(page);
      const slider = page.getByRole('slider', { name: 'Position in your recording' });
      await slider.waitFor();
      const end = Number(await slider.getAttribute('max'));
      expect(end).toBeGreaterThan(seconds - 1);
      const mark = await page.locator('.line-of-voice .pause').getAttribute('d');
      const [from = 0, to = 0] = [...(mark ?? '').matchAll(/[MH]([\d.]+)/g)].map(
        ([, x]) => (Number(x) / 608) * end,
      );
      await page.getByText('1 pause over two seconds: ').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download recording' }).click();
      const sound = readFileSync(await (await download).path());
      // On a busy machine, recording starts late, so the silence is found in the recording itself.
      const [silentFrom = 0, silentTo = 0] = await page.evaluate(
        longestSilence,
        sound.toString('base64'),
      );
      expect(silentTo - silentFrom).toBeGreaterThan(2);
      // A busy machine also measures the volume less often.
      expect(Math.abs(from - silentFrom)).toBeLessThan(1);
      expect(Math.abs(to - silentTo)).toBeLessThan(1);
      // Clicking the line plays the recording from that point to the end.
      await slider.click();
      const audio = page.locator('audio');
      const at = () => audio.evaluate((element: HTMLAudioElement) => element.currentTime);
      await expect.poll(at).toBeGreaterThanOrEqual(end / 2 - 0.3);
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      expect(errors).toEqual([]);
    },
  );

  it('has numbers instead of a moving line for readers who asked for less motion, and can be stopped', async () => {
    const { page } = await open({ permissions: ['microphone'] });
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Record' }).click();
    await page.getByText(/^Level \d+ of 100\./).waitFor();
    expect(await page.locator('.beats .head').count()).toBe(0);
    await page.getByRole('button', { name: 'Stop recording' }).click();
    await page.getByRole('button', { name: 'Record again' }).waitFor();
    await page.getByRole('button', { name: 'Pause clock' }).waitFor();
  });
});

/** Decodes a recording and returns where its longest silence starts and ends, in seconds. */
async function longestSilence(base64: string): Promise<[number, number]> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const sound = await new AudioContext().decodeAudioData(bytes.buffer);
  const samples = sound.getChannelData(0);
  let longest: [number, number] = [0, 0];
  let from = 0;
  samples.forEach((sample, index) => {
    if (Math.abs(sample) > 0.01) from = index + 1;
    else if (index - from > longest[1] - longest[0]) longest = [from, index];
  });
  return [longest[0] / sound.sampleRate, longest[1] / sound.sampleRate];
}

/**
 * Returns a WAV file in which a deep voice speaks five syllables a second, with a silence in the
 * middle.
 */
function voiceWav(): Buffer {
  const rate = 48_000;
  const samples = Array.from({ length: (2 * speech + silence) * rate }, (_, index) => {
    const at = index / rate;
    if (at > speech && at < speech + silence) return 0;
    const tones = [140, 280, 420, 700, 1200].map((pitch) => Math.sin(2 * Math.PI * pitch * at));
    const syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * 5 * at);
    return Math.round(5000 * syllable * tones.reduce((sum, tone) => sum + tone, 0));
  });
  const data = Buffer.alloc(2 * samples.length);
  samples.forEach((sample, index) => {
    data.writeInt16LE(sample, 2 * index);
  });
  const head = Buffer.from(`RIFF....WAVEfmt ${'.'.repeat(20)}data....`, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(2 * rate, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
