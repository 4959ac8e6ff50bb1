import { html, nothing } from 'lit-html';
import {
  levelsPerSecond,
  type Pause,
  pausesIn,
  voicePath,
} from '../../../domain/practice/voice-line.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted } from '../base/format.ts';
import { box, pulseLine } from './pulse-line.ts';
import type { QuestionCard } from './question-card.ts';

/** Playback starts this many seconds before a pause, so that the reader hears what led up to it. */
const lead = 2;

/** Draws the recording as a line and marks its pauses. Pressing the line starts playback there. */
export function playerView({ recording, levels }: QuestionCard) {
  if (recording === undefined) return nothing;
  const save = html`<p class="note">
    It isn’t saved here. <a href=${recording} download="answer">Download recording</a>
  </p>`;
  // Without levels, there is no line to draw, so use the browser's player.
  if (levels.length === 0) {
    return html`<audio controls src=${recording} aria-label="Your recorded answer"></audio> ${save}`;
  }
  const length = levels.length / levelsPerSecond;
  const { width, middle } = box;
  const pauses = pausesIn(levels);
  const seek = (event: Event) => playFrom(event, (event.target as HTMLInputElement).valueAsNumber);
  return html`<div class="player">
      <audio src=${recording} preload="auto" @timeupdate=${showTime}
        @play=${showState} @pause=${showState} @ended=${showState}></audio>
      <button type="button" class="play" @click=${playOrPause}>Play</button>
      <div class="line-of-voice">
        ${pulseLine({
          path: voicePath(levels, { from: 0, width, middle, height: middle - 6 }),
          at: 0,
          pauses: pauses.map(({ start, end }) => [start / length, end / length]),
        })}
        <input type="range" class="cover" min="0" max=${length} step="0.1" value="0" @input=${seek}
          aria-label="Position in your recording" aria-valuetext="0:00 of ${clockText(length)}" />
      </div>
    </div>
    <p class="note">${pausesView(pauses)} Press a place on the line to hear it.</p>
    ${save}`;
}

function pausesView(pauses: readonly Pause[]) {
  if (pauses.length === 0) return 'No pause over two seconds.';
  const button = ({ start }: Pause, index: number) => html`${index === 0 ? '' : ', '}<button
      type="button" class="link" aria-label="Play the pause at ${clockText(start)}"
      @click=${(event: Event) => playFrom(event, Math.max(0, start - lead))}
      >${clockText(start)}</button
    >`;
  return html`${counted(pauses.length, 'pause')} over two seconds: ${pauses.map(button)}.`;
}

function audioOf(event: Event): HTMLAudioElement | null {
  return (event.currentTarget as Element).closest('.own-answer')?.querySelector('audio') ?? null;
}

function playFrom(event: Event, seconds: number): void {
  const audio = audioOf(event);
  if (audio === null) return;
  audio.currentTime = seconds;
  void audio.play().catch(() => {});
}

function playOrPause(event: Event): void {
  const audio = audioOf(event);
  if (audio?.paused === true) void audio.play().catch(() => {});
  else audio?.pause();
}

function showTime({ currentTarget }: Event): void {
  const audio = currentTarget as HTMLAudioElement;
  const player = audio.closest<HTMLElement>('.player');
  const slider = player?.querySelector('input');
  if (player == null || slider == null) return;
  const length = Number(slider.max);
  const at = Math.min(audio.currentTime, length);
  if (slider !== document.activeElement || !audio.paused) slider.valueAsNumber = at;
  slider.setAttribute('aria-valuetext', `${clockText(at)} of ${clockText(length)}`);
  player.querySelector('svg')?.style.setProperty('--at', `${(100 * at) / length}%`);
}

function showState({ currentTarget }: Event): void {
  const audio = currentTarget as HTMLAudioElement;
  const button = audio.parentElement?.querySelector('.play');
  if (button != null) button.textContent = audio.paused ? 'Play' : 'Pause';
}
