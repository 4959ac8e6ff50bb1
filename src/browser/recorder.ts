import type { Result } from '../lib/result.ts';

/** Formats by preference: MP4 is what Safari records and plays; Firefox records none and takes Ogg. */
const formats = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];

/** A recording of the microphone, in this page's memory: it is gone with the page. */
export class Recorder {
  readonly #recorder: MediaRecorder;
  readonly #pieces: Blob[] = [];

  private constructor(recorder: MediaRecorder, heard: (piece: Blob) => void) {
    this.#recorder = recorder;
    recorder.addEventListener('dataavailable', ({ data }) => {
      this.#pieces.push(data);
      heard(data);
    });
    // Pieces each second: if the browser ends the recording, what was said before is there.
    recorder.start(1000);
  }

  /**
   * Asks for the microphone and begins, or says why it can't.
   *
   * @param heard called with each piece, to store it: together they are the recording
   */
  static async start(heard: (piece: Blob) => void = () => {}): Promise<Result<Recorder>> {
    if (globalThis.MediaRecorder === undefined || navigator.mediaDevices === undefined) {
      return { problem: 'This browser can’t record here. Say the answer or type it instead.' };
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
      return {
        value: new Recorder(
          new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType }),
          heard,
        ),
      };
    } catch (error) {
      return { problem: whyNot(error) };
    }
  }

  pause(): void {
    if (this.#recorder.state === 'recording') this.#recorder.pause();
  }

  resume(): void {
    if (this.#recorder.state === 'paused') this.#recorder.resume();
  }

  stop(): Promise<Blob> {
    return new Promise((resolve) => {
      const finish = (): void => {
        for (const track of this.#recorder.stream.getTracks()) track.stop();
        resolve(new Blob(this.#pieces, { type: this.#recorder.mimeType }));
      };
      if (this.#recorder.state === 'inactive') return finish();
      this.#recorder.addEventListener('stop', finish, { once: true });
      this.#recorder.stop();
    });
  }
}

function whyNot(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') {
    return 'The browser did not allow the microphone. Allow it for this site, or say or type the answer instead.';
  }
  return name === 'NotFoundError'
    ? 'No microphone was found. Say the answer or type it instead.'
    : 'The recording could not be started. Say the answer or type it instead.';
}
