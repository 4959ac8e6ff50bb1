/**
 * The mock interview's bell. Browsers allow sound only after the reader has interacted with the
 * page, so call `wake` on a click or a key press. If sound isn't available, nothing happens.
 */
export class Bell {
  #context: AudioContext | undefined;

  wake(): void {
    try {
      this.#context ??= new AudioContext();
      if (this.#context.state === 'suspended') void this.#context.resume().catch(() => {});
    } catch {
      // This device has no sound. The page also shows the alert.
    }
  }

  ring(): void {
    const context = this.#context;
    if (context === undefined) return;
    const begin = context.currentTime;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.2, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 1.2);
    volume.connect(context.destination);
    const tone = context.createOscillator();
    tone.frequency.value = 659;
    tone.connect(volume);
    tone.start(begin);
    tone.stop(begin + 1.2);
  }

  close(): void {
    void this.#context?.close().catch(() => {});
    this.#context = undefined;
  }
}
