import type { TemplateResult } from 'lit-html';
import { shareAddress } from '../../../browser/mock-address.ts';
import { titleOfCard } from '../../../domain/mock/scorecard-of-run.ts';
import type { ScorecardRun } from '../../../domain/mock/scorecard-run.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import { lobbyScreen } from './candidate-screens.ts';
import { inTheWayView } from './in-the-way-view.ts';
import type { OpenMock } from './open-mock.ts';
import type { Room } from './room.ts';
import { type ScorecardActions, scorecardView } from './scorecard-view.ts';

/** The first screen of a mock while the scorecard of another one is open. */
export function busyScorecardScreen(
  open: OpenMock,
  card: ScorecardRun,
  room: Room,
): TemplateResult {
  const state = {
    heading: 'Another scorecard is open',
    text: `${titleOfCard(card)}. Go on with it and save it as a file, or drop it to begin a new one.`,
    address: `${room.context.paths.mock}?as=interviewer#${card.link}`,
    isConfirming: room.confirms === 'drop',
  };
  const inTheWay = inTheWayView(state, {
    askToDrop: () => room.ask('drop'),
    cancel: room.cancel,
    confirm: () => {
      room.confirms = undefined;
      room.interviewer.clear();
    },
  });
  return lobbyScreen(open, room, { blocked: 'scoring', inTheWay });
}

/** The scorecard of a mock. */
export function scorecardScreen(open: OpenMock, room: Room): TemplateResult {
  const { interviewer, context, confirms } = room;
  const card = interviewer.cardOf(open);
  const address = shareAddress(context.paths.mock, open.link);
  const asked = confirms === 'clear' || confirms === 'lock' ? confirms : undefined;
  return scorecardView(
    { card, scored: interviewer.scored(card), address, confirms: asked },
    context,
    { ...fillActions(open, room), ...keepActions(open, address, room) },
  );
}

function fillActions(open: OpenMock, room: Room) {
  const { interviewer } = room;
  return {
    name: (candidate) => interviewer.name(open, candidate),
    score: (code, criterion, score) => interviewer.score(open, code, criterion, score),
    note: (code, note) => interviewer.note(open, code, note),
    switchTimer: (code) => interviewer.switchTimer(open, code),
    showQuestion: (code) => room.focus(`[data-question="${code}"] h3`),
    showKeys: room.showKeys,
  } satisfies Partial<ScorecardActions>;
}

function keepActions(open: OpenMock, address: string, room: Room) {
  const { interviewer } = room;
  return {
    print: () => window.print(),
    saveMarkdown: () => interviewer.saveMarkdown(open, address),
    saveCsv: () => interviewer.saveCsv(open, address),
    askToClear: () => room.ask('clear'),
    askToLock: () => askToLock(open, room),
    confirm: () => confirm(open, room),
    cancel: room.cancel,
    compare: (code) => interviewer.compare(open, code),
  } satisfies Partial<ScorecardActions>;
}

/** Locks at once if everything has a score. */
function askToLock(open: OpenMock, room: Room): void {
  const { questions } = room.interviewer.cardOf(open);
  const isWhole = totalOf(questions.flatMap(({ scores }) => scores)).notAssessed === 0;
  if (isWhole) lock(open, room);
  else room.ask('lock');
}

function confirm(open: OpenMock, room: Room): void {
  const asked = room.confirms;
  room.confirms = undefined;
  if (asked === 'lock') lock(open, room);
  else {
    room.interviewer.clear();
    room.focus('h2[tabindex]');
  }
}

function lock(open: OpenMock, room: Room): void {
  room.interviewer.lock(open);
  room.focus('.compare h2');
}
