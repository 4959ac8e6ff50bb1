import { html, type TemplateResult } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import { systemRandom } from '../../../browser/random-seed.ts';
import { drawQuestions } from '../../../domain/mock/draw.ts';
import { writeMockLink } from '../../../domain/mock/mock-link.ts';
import {
  askingScreen,
  busyScreen,
  lobbyScreen,
  resultScreen,
  scoringScreen,
} from './candidate-screens.ts';
import { type DrawForm, drawView, minutesOf } from './draw-view.ts';
import { busyScorecardScreen, scorecardScreen } from './interviewer-screens.ts';
import { keptView } from './kept-view.ts';
import type { MockScreen } from './mock-screen.ts';
import { pastView, underWayView } from './past-view.ts';
import type { Room } from './room.ts';

/** What a screen shows. */
export function screenView(screen: MockScreen, room: Room): TemplateResult {
  switch (screen.name) {
    case 'choose':
      return chooseScreen(room);
    case 'lobby':
      return html`${keptView(room.candidate.kept)}${lobbyScreen(screen.open, room)}`;
    case 'busy':
      return busyScreen(screen.open, screen.run, room);
    case 'asking':
      return html`${keptView(room.candidate.kept)}${askingScreen(screen.run, room)}`;
    case 'scoring':
      return html`${keptView(room.candidate.kept)}${scoringScreen(screen.run, room)}`;
    case 'result':
      return resultScreen(screen, room);
    case 'busy scorecard':
      return busyScorecardScreen(screen.open, screen.card, room);
    case 'scorecard':
      return html`${keptView(room.interviewer.kept)}${scorecardScreen(screen.open, room)}`;
  }
}

function chooseScreen(room: Room): TemplateResult {
  const { context, candidate, interviewer } = room;
  const { data, model, paths } = context;
  const run = candidate.run;
  const isMain = run === undefined || (run.stage === 'locked' && run.isSaved);
  return html`${keptView(candidate.kept)}${keptView(interviewer.kept)}
  ${underWayView({ run, card: interviewer.kept.value, now: now() }, paths.mock)}
  ${drawView(
    { form: room.form, pool: data.questions, isMain },
    {
      change: (form) => {
        room.form = form;
        room.changed();
      },
      draw: () => room.open(`${paths.mock}#${draw(room.form, room)}`),
    },
  )}
  ${pastView(model.progress.mocks, paths.mock)}`;
}

function draw(form: DrawForm, { context }: Room): string {
  const { questions, contentVersion } = context.data;
  return writeMockLink({
    minutes: minutesOf(form, questions),
    levels: form.levels,
    topics: form.topics,
    seed: 0,
    contentVersion,
    codes: drawQuestions(questions, { ...form, random: systemRandom }),
  });
}
