import { vi } from 'vitest';

/** Replaces the browser's microphone in unit tests. Permission is granted when the test says so. */
export class FakeMicrophone {
  /** All tracks that recorders have received. */
  readonly tracks: { isLive: boolean; stop(): void }[] = [];
  isUnsupported = false;
  #answers: (() => void)[] = [];

  constructor() {
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => this.#ask() } });
    vi.stubGlobal('MediaRecorder', recorderOf(this));
  }

  get live(): number {
    return this.tracks.filter(({ isLive }) => isLive).length;
  }

  /** How many permission requests the reader hasn't answered yet. */
  get asked(): number {
    return this.#answers.length;
  }

  /** Grants all pending requests and waits until the code under test has reacted. */
  async allow(): Promise<void> {
    for (const answer of this.#answers.splice(0)) answer();
    await settled();
  }

  #ask(): Promise<object> {
    return new Promise((resolve) => {
      this.#answers.push(() => {
        const track = {
          isLive: true,
          stop() {
            track.isLive = false;
          },
        };
        this.tracks.push(track);
        resolve({ getTracks: () => [track] });
      });
    });
  }
}

/** Waits until all pending promise callbacks have run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function recorderOf(microphone: FakeMicrophone) {
  return class extends EventTarget {
    static readonly isTypeSupported = (): boolean => true;
    readonly mimeType = 'audio/mp4';
    readonly stream: object;
    state = 'inactive';

    constructor(stream: object) {
      super();
      if (microphone.isUnsupported) throw new DOMException('no', 'NotSupportedError');
      this.stream = stream;
    }

    start(): void {
      this.state = 'recording';
    }

    pause(): void {
      this.state = 'paused';
    }

    resume(): void {
      this.state = 'recording';
    }

    stop(): void {
      this.state = 'inactive';
      const data = new Blob(['sound']);
      queueMicrotask(() => {
        this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
        this.dispatchEvent(new Event('stop'));
      });
    }
  };
}
