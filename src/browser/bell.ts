/** Tones of the bell: frequency in hertz, start and length in seconds, loudness from 0 to 1. */
type Tone = readonly [frequency: number, start: number, length: number, loudness: number];

const strokes = {
  /** One soft stroke when two minutes are left. */
  soon: [[659, 0, 0.9, 0.12]],
  /** Two strokes when time is up. The second one is lower. */
  up: [
    [784, 0, 1.1, 0.3],
    [523, 0.35, 1.6, 0.3],
  ],
} as const satisfies Record<string, readonly Tone[]>;

/**
 * The bell of the mock interview. Browsers allow sound only after the reader has done something
 * on the page: call `wake` on a click or a key. Without sound, nothing happens.
 */
export class Bell {
  #context: AudioContext | undefined;

  wake(): void {
    try {
      this.#context ??= new AudioContext();
      if (this.#context.state === 'suspended') void this.#context.resume().catch(() => {});
    } catch {
      // This device has no sound. The page shows the alert too.
    }
  }

  ring(stroke: keyof typeof strokes): void {
    const context = this.#context;
    if (context === undefined) return;
    for (const tone of strokes[stroke]) sound(context, tone);
  }

  close(): void {
    void this.#context?.close().catch(() => {});
    this.#context = undefined;
  }
}

function sound(context: AudioContext, [frequency, start, length, loudness]: Tone): void {
  const begin = context.currentTime + start;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.0001, begin);
  // A bell is loud at once, and then fades.
  volume.gain.exponentialRampToValueAtTime(loudness, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, begin + length);
  volume.connect(context.destination);
  const tone = context.createOscillator();
  tone.frequency.value = frequency;
  tone.connect(volume);
  tone.start(begin);
  tone.stop(begin + length);
}
