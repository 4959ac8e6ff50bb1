import { html, nothing, type TemplateResult } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import { shareAddress } from '../../../browser/mock-address.ts';
import { readMockLink } from '../../../domain/mock/mock-link.ts';
import type { MockRun } from '../../../domain/mock/mock-run.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import { askingView } from './asking-view.ts';
import { inTheWayView } from './in-the-way-view.ts';
import { type LobbyState, lobbyView } from './lobby-view.ts';
import type { MockScreen } from './mock-screen.ts';
import type { OpenMock } from './open-mock.ts';
import { describeRun } from './past-view.ts';
import { resultView } from './result-view.ts';
import type { Room } from './room.ts';
import { scoringView } from './scoring-view.ts';

type InTheWay = Pick<LobbyState, 'blocked' | 'inTheWay'>;

const free: InTheWay = { blocked: undefined, inTheWay: nothing };

/** The first screen of a mock. */
export function lobbyScreen(open: OpenMock, room: Room, way: InTheWay = free): TemplateResult {
  const { paths, model } = room.context;
  const results = model.progress.mocks
    .filter(({ link }) => link === open.link)
    .sort((a, b) => b.at - a.at);
  const address = shareAddress(paths.mock, open.link);
  const state: LobbyState = { open, address, page: paths.mock, results, ...way };
  return lobbyView(state, () => room.candidate.take(open));
}

/** The first screen of a mock while another one is under way. */
export function busyScreen(open: OpenMock, run: MockRun, room: Room): TemplateResult {
  const state = {
    heading: 'Another mock interview is under way',
    text: `${describeRun(run, now())} Go on with it, or drop it to take this one.`,
    address: `${room.context.paths.mock}#${run.link}`,
    isConfirming: room.confirms === 'drop',
  };
  const inTheWay = inTheWayView(state, {
    askToDrop: () => room.ask('drop'),
    cancel: room.cancel,
    confirm: () => {
      room.confirms = undefined;
      room.candidate.drop();
    },
  });
  return lobbyScreen(open, room, { blocked: 'taking', inTheWay });
}

/** One question with the time. */
export function askingScreen(run: MockRun, room: Room): TemplateResult {
  const { candidate, context } = room;
  const { clock, codes } = run;
  const code = codes[clock.question] ?? '';
  const { left } = candidate;
  const seconds = {
    left: Math.ceil(left / 1000),
    onThis: Math.floor(candidate.onThis / 1000),
    each: clock.total / codes.length / 1000,
  };
  return askingView(
    {
      code,
      question: context.questions.get(code),
      place: clock.question,
      count: codes.length,
      ...seconds,
      leftShare: left / clock.total,
      isPaused: candidate.isPaused,
      alarm: candidate.alarm,
      isBellOn: candidate.isBellOn,
      isConfirming: room.confirms === 'finish' && left > 0,
    },
    {
      next: () => nextQuestion(room),
      pauseOrGoOn: () => candidate.pauseOrGoOn(),
      finish: () => finish(run, room),
      confirm: () => finishNow(room),
      cancel: room.cancel,
      switchBell: () => candidate.switchBell(),
      showKeys: room.showKeys,
    },
  );
}

/** Goes on to the next question. */
export function nextQuestion(room: Room): void {
  room.confirms = undefined;
  room.candidate.next();
}

/** Ends the questions; asks first if some are left and there is time for them. */
export function finish({ clock, codes }: MockRun, room: Room): void {
  const isEarly = clock.question + 1 < codes.length && !room.candidate.isTimeUp;
  if (isEarly) room.ask('finish');
  else finishNow(room);
}

function finishNow(room: Room): void {
  room.confirms = undefined;
  room.candidate.finish();
}

/** One question with its rubric. */
export function scoringScreen(run: MockRun, room: Room): TemplateResult {
  const { candidate, context } = room;
  const { place, codes, clock, scores } = run;
  const code = codes[place] ?? '';
  const question = context.questions.get(code);
  return scoringView(
    {
      code,
      question,
      answer: context.paths.question(question?.slug ?? '', 'answer'),
      place,
      count: codes.length,
      scores: scores[place] ?? [],
      seconds: Math.round((clock.used[place] ?? 0) / 1000),
      wasAsked: place <= clock.question,
      notAssessed: totalOf(scores.flat()).notAssessed,
    },
    {
      score: (criterion, score) => candidate.score(criterion, score),
      goTo: (to) => candidate.goTo(to),
      lock: () => candidate.lock(),
      showKeys: room.showKeys,
    },
  );
}

/** The result of a mock, just locked or past. */
export function resultScreen(
  { record, run }: Extract<MockScreen, { name: 'result' }>,
  room: Room,
): TemplateResult {
  const { candidate, context } = room;
  const mock = readMockLink(record.link, context.data.book);
  const state = {
    record,
    minutes: mock.minutes,
    isSaved: run?.isSaved ?? true,
    partnerCode: run?.partnerCode ?? room.partnerCode,
  };
  return html`${resultView(state, context, {
    compare: (code) => {
      if (run !== undefined) return candidate.compare(code);
      room.partnerCode = code;
      room.changed();
    },
    saveAgain: () => void candidate.save(),
    takeAgain: () => takeAgain(record.link, run, room),
  })}`;
}

/** Back to the first screen of a mock, from which it can be begun anew. */
function takeAgain(link: string, run: MockRun | undefined, room: Room): void {
  const { candidate, context } = room;
  // A result that is saved is among the past ones.
  const kept = run ?? candidate.run;
  if (kept?.link === link && kept.stage === 'locked' && kept.isSaved) candidate.drop();
  room.open(`${context.paths.mock}#${link}`);
}
