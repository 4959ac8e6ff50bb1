import { html, nothing } from 'lit-html';
import { setWith } from '../../../browser/question-sets.ts';
import { interviewOfMock } from '../../../domain/kit/earlier-scorecard.ts';
import {
  candidateOf,
  forGroup,
  idOfMock,
  type Label,
  nameCandidates,
} from '../../../domain/kit/interview.ts';
import type { KitLink } from '../../../domain/kit/kit-link.ts';
import { wordsFor } from '../../../domain/kit/people-words.ts';
import { fitLink, scoreCodesOf } from '../../../domain/kit/received.ts';
import { codesInMockLink, readMockLink, writeMockLink } from '../../../domain/mock/mock-link.ts';
import { candidateLabels } from '../../../domain/progress/records.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { listOf } from '../../../lib/text.ts';
import { candidateGrid } from '../../band/drawings.ts';
import { counted } from '../base/format.ts';
import { backToSet } from '../base/question-link.ts';
import { type KitRoom, type ScorePlace, scorersOf } from './room.ts';

const scoreEachOther = 'Score each other';

const showsRubrics =
  'The scorecard shows the questions with their rubrics. Don’t open it if you want to answer them yourself.';

const showsAll =
  'The scorecard shows all questions with their rubrics, even those that you’ll answer.';

const foldsOwn =
  'The scorecard shows all questions. The rubrics of those that you’ll answer are folded.';

type Received = Extract<KitLink, { kind: 'interview' | 'mock' }>;

export function invitationBand(link: Received, room: KitRoom) {
  const { name, codes, labels, set } = factsOf(link, room);
  const { length } = codes;
  return {
    ...(set === undefined ? {} : { title: scoreEachOther }),
    lead: name,
    figure: String(length),
    unit: length === 1 ? 'question' : 'questions',
    drawing: candidateGrid(
      labels.map((label, index) => ({
        letter: set?.people?.[index] ?? label,
        done: 0,
        total: length,
      })),
    ),
  };
}

/** Shows an interview from a link. Nothing is saved until the reader accepts it. */
export function invitationView(link: Received, room: KitRoom) {
  const facts = factsOf(link, room);
  const { name, codes, set } = facts;
  const [label = 'A'] =
    link.kind === 'interview' && link.scores ? [link.scores.label] : facts.labels;
  const missing = codes.filter((code) => !room.context.questions.has(code)).length;
  const decline = html`<button type="button" class="quiet" @click=${() => room.openStart()}>Not now</button>`;
  return html`<section class="invitation panel stack">
    <h2 tabindex="-1" data-focus-key="invitation ${codes.join('')}" dir="auto">
      ${name || counted(codes.length, 'question')}
    </h2>
    ${set === undefined ? candidatesText(facts, label) : groupText(link, facts, set, room.me)}
    ${missing === 0 ? '' : html`<p class="warning">${missingText(missing)}</p>`}
    ${
      link.kind === 'interview' && set === undefined
        ? nothing
        : html`<p class="note">${rubricsText(set?.people ?? [], room.me)}</p>`
    }
    <div class="row">
      <button type="button" class="primary" @click=${() => accept(link, label, set, room)}>
        ${set === undefined ? `Score candidate ${label}` : 'Start scoring'}
      </button>
      ${set === undefined ? decline : backToSet(set, room.context, 'quiet')}
    </div>
  </section>`;
}

function candidatesText({ name, minutes, codes, labels, count }: Facts, label: Label) {
  const questions = name === '' ? '' : `${counted(codes.length, 'question')}, `;
  const shared =
    count === 0
      ? 'You get the same questions and the same scale as everyone with this link.'
      : `${counted(count, 'person has', 'people have')} shared scores of candidate ${label} with you. Score first, so their scores don’t sway you. They appear as soon as you lock yours.`;
  return html`<p>
    ${questions}${counted(minutes, 'minute')}, ${nameCandidates(labels)}. ${shared}
  </p>`;
}

function groupText(
  link: Received,
  { minutes, count, mock }: Facts,
  set: SetLink,
  me: string | undefined,
) {
  const { people = [] } = set;
  const group = forGroup(set.name, people)(interviewOfMock(mock ?? '', '', 0), 0);
  const fit = fitLink(link, group);
  const scores = 'value' in fit ? fit.value : [];
  const whose = `${scorersOf(scores)} scores of ${wordsFor(group, true).several(scores.map(({ label }) => label))}`;
  const turns = `${listOf(people)} take turns: each question says who answers, and you score that answer. `;
  const isOfMe =
    scores.length > 0 && scores.every(({ label }) => candidateOf(group, label)?.name === me);
  const score = 'Score first, so they don’t sway you. They appear as soon as you finish yours.';
  const shared = `This link has ${scores.length === 0 ? 'scores' : whose}. ${isOfMe ? '' : score}`;
  return html`<p>
    ${people.length > 1 ? turns : ''}${count === 0 ? 'Everyone in your group scores on the same scale. Then compare.' : shared}
    The questions take about ${counted(minutes, 'minute')} with follow-ups.
  </p>`;
}

/** @param me the reader's initials, if they are known */
function rubricsText(people: readonly string[], me: string | undefined): string {
  if (people.length < 2) return showsRubrics;
  return me !== undefined && people.includes(me) ? foldsOwn : showsAll;
}

function missingText(count: number): string {
  return `The guide on this device doesn’t have ${counted(count, 'of the questions', 'of the questions')}. Scores of others stay readable.`;
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(link: Received, { context }: KitRoom) {
  const mock = link.kind === 'mock' ? link.link : mockOfGroup(link, context.data.contentVersion);
  if (link.kind === 'interview' && mock === undefined) {
    const { interview, scores } = link;
    return { ...interview, count: scores === undefined ? 0 : 1, mock, set: undefined };
  }
  const { minutes } = readMockLink(mock ?? '', { codes: [], retired: [] });
  const codes = codesInMockLink(mock ?? '');
  const set = setWith(codes, context.data.book);
  const count = link.kind === 'mock' ? scoreCodesOf(link.fragment).length : link.scores ? 1 : 0;
  return {
    name: set?.name || 'Mock interview',
    minutes,
    codes,
    labels: candidateLabels.slice(0, set?.people?.length || 1),
    count,
    mock,
    set,
  };
}

/**
 * Returns the mock interview that a study group started from its set, if a link with scores of the
 * second or a later person belongs to it.
 */
function mockOfGroup(
  { interview }: Extract<KitLink, { kind: 'interview' }>,
  contentVersion: string,
): string | undefined {
  const mock = writeMockLink({ ...interview, contentVersion });
  return idOfMock(mock) === interview.id ? mock : undefined;
}

function accept(link: Received, label: Label, set: SetLink | undefined, room: KitRoom) {
  const { interviews } = room;
  const { mock } = factsOf(link, room);
  const interview =
    link.kind === 'interview' && mock === undefined
      ? interviews.create(link.interview)
      : interviews.createOfMock(mock ?? '');
  if (set !== undefined) room.change(interview.id, forGroup(set.name, set.people ?? []));
  const fit = fitLink(link, interview);
  const current = interviews.get(interview.id) ?? interview;
  const start: ScorePlace = { view: 'score', label, question: 0 };
  room.openPlace(interview.id, set === undefined ? start : room.firstPlace(current));
  if ('problem' in fit) room.warn(fit.problem.message);
  else if (fit.value.length > 0) room.addAll(interview.id, fit.value);
}
