/**
 * The browser's own voice. Only voices that speak on the device are used: some browsers send the
 * text to a server for the others.
 */
function localVoice(): SpeechSynthesisVoice | undefined {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const english = voices.filter(({ lang, localService }) => localService && lang.startsWith('en'));
  return english.find(({ lang }) => lang.startsWith('en-US')) ?? english[0];
}

export function canReadAloud(): boolean {
  return localVoice() !== undefined;
}

export function readAloud(text: string): void {
  const voice = localVoice();
  if (voice === undefined) return;
  stopReading();
  const speech = new SpeechSynthesisUtterance(text);
  speech.voice = voice;
  speech.lang = voice.lang;
  speechSynthesis.speak(speech);
}

export function stopReading(): void {
  globalThis.speechSynthesis?.cancel();
}

/** Calls back when the voices are known: browsers load them late. */
export function onVoices(listener: () => void, signal: AbortSignal): void {
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', listener, { signal });
}
