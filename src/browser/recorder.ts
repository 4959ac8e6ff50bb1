import { lastLevels, levelsPerSecond } from '../domain/practice/voice-line.ts';
import type { Result } from '../lib/result.ts';

/**
 * Formats in order of preference. Safari records and plays MP4. Firefox can't record MP4, so it
 * uses WebM.
 */
const formats = ['audio/mp4', 'audio/webm;codecs=opus'];

/** A microphone recording in this page's memory. A listener can store it elsewhere. */
export class Recorder {
  readonly #recorder: MediaRecorder;
  readonly #chunks: Blob[] = [];
  readonly #meter: VoiceMeter | undefined;

  private constructor(
    recorder: MediaRecorder,
    listener: (chunk: Blob) => void,
    onLevel: ((level: number) => void) | undefined,
  ) {
    this.#recorder = recorder;
    recorder.addEventListener('dataavailable', ({ data }) => {
      this.#chunks.push(data);
      listener(data);
    });
    // Ask for a chunk every second. If the browser stops the recording, everything up to then is
    // saved.
    recorder.start(1000);
    this.#meter = onLevel && new VoiceMeter(recorder.stream, onLevel);
  }

  /**
   * Asks for the microphone and starts recording. If that fails, returns the reason.
   * @param listener called with each chunk; together, the chunks are the recording
   * @param onLevel called with the loudness of the voice `levelsPerSecond` times a second
   */
  static async start(
    listener: (chunk: Blob) => void = () => {},
    onLevel?: (level: number) => void,
  ): Promise<Result<Recorder>> {
    if (globalThis.MediaRecorder === undefined || navigator.mediaDevices === undefined) {
      return { problem: 'This browser can’t record here. Say or type your answer instead.' };
    }
    let stream: MediaStream | undefined;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
      return {
        value: new Recorder(
          new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType }),
          listener,
          onLevel,
        ),
      };
    } catch (error) {
      stopTracks(stream);
      return { problem: whyNot(error) };
    }
  }

  pause(): void {
    if (this.#recorder.state === 'recording') this.#recorder.pause();
    this.#meter?.pause();
  }

  resume(): void {
    if (this.#recorder.state === 'paused') this.#recorder.resume();
    this.#meter?.resume();
  }

  stop(): Promise<Blob> {
    this.#meter?.close();
    return new Promise((resolve) => {
      const finish = (): void => {
        stopTracks(this.#recorder.stream);
        resolve(new Blob(this.#chunks, { type: this.#recorder.mimeType }));
      };
      if (this.#recorder.state === 'inactive') return finish();
      this.#recorder.addEventListener('stop', finish, { once: true });
      this.#recorder.stop();
    });
  }
}

/** Turns the microphone off. */
function stopTracks(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
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

/**
 * How many samples the meter keeps: two thirds of a second at 48 kHz, and the most that Web Audio
 * allows.
 */
const keptSamples = 32_768;

/**
 * Measures how loud a stream is. Without Web Audio, it reports nothing, but recording still works.
 */
class VoiceMeter {
  readonly #listener: (level: number) => void;
  #context: AudioContext | undefined;
  #meter: AnalyserNode | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** When measuring started or resumed, and how many levels have been reported since then. */
  #since = 0;
  #count = 0;

  constructor(stream: MediaStream, listener: (level: number) => void) {
    this.#listener = listener;
    try {
      this.#context = new AudioContext();
      this.#meter = this.#context.createAnalyser();
      this.#meter.fftSize = keptSamples;
      this.#context.createMediaStreamSource(stream).connect(this.#meter);
      this.resume();
    } catch {
      this.close();
    }
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  resume(): void {
    if (this.#meter === undefined || this.#timer !== undefined) return;
    this.#since = performance.now();
    this.#count = 0;
    this.#timer = setInterval(() => this.#measure(this.#meter), 1000 / levelsPerSecond);
  }

  close(): void {
    this.pause();
    void this.#context?.close().catch(() => {});
    this.#context = undefined;
    this.#meter = undefined;
  }

  #measure(meter: AnalyserNode | undefined): void {
    if (meter === undefined) return;
    const samples = new Float32Array(meter.fftSize);
    meter.getFloatTimeDomainData(samples);
    // Timers are late in hidden tabs and on busy pages, so several levels may be due.
    const due = Math.round(((performance.now() - this.#since) / 1000) * levelsPerSecond);
    const perLevel = Math.round(meter.context.sampleRate / levelsPerSecond);
    for (const level of lastLevels(samples, perLevel, Math.max(0, due - this.#count))) {
      this.#listener(level);
    }
    this.#count = Math.max(this.#count, due);
  }
}
