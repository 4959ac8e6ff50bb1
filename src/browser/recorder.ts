import type { Result } from '../lib/result.ts';

/** In order of preference: Safari records and plays MP4; Firefox can't record it and uses Ogg. */
const formats = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];

/** A microphone recording in this page's memory; it is lost with the page. */
export class Recorder {
  readonly #recorder: MediaRecorder;
  readonly #chunks: Blob[] = [];

  private constructor(recorder: MediaRecorder, listener: (chunk: Blob) => void) {
    this.#recorder = recorder;
    recorder.addEventListener('dataavailable', ({ data }) => {
      this.#chunks.push(data);
      listener(data);
    });
    // One chunk per second: if the browser stops the recording, everything before is saved.
    recorder.start(1000);
  }

  /**
   * Asks for the microphone and starts recording, or says why it can't.
   *
   * @param listener called with each chunk; together they are the recording
   */
  static async start(listener: (chunk: Blob) => void = () => {}): Promise<Result<Recorder>> {
    if (globalThis.MediaRecorder === undefined || navigator.mediaDevices === undefined) {
      return { problem: 'This browser can’t record here. Say or type your answer instead.' };
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
      return {
        value: new Recorder(
          new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType }),
          listener,
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
        resolve(new Blob(this.#chunks, { type: this.#recorder.mimeType }));
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
    return 'The browser blocked the microphone. Allow it for this site, or say or type your answer instead.';
  }
  return name === 'NotFoundError'
    ? 'No microphone found. Say or type your answer instead.'
    : 'We couldn’t start recording. Say or type your answer instead.';
}
