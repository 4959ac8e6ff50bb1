import { html, nothing } from 'lit-html';
import { setWith } from '../../../browser/question-sets.ts';
import { forGroup, type Label, nameCandidates } from '../../../domain/kit/interview.ts';
import type { KitLink } from '../../../domain/kit/kit-link.ts';
import { fitLink, scoreCodesOf } from '../../../domain/kit/received.ts';
import { codesInMockLink, readMockLink } from '../../../domain/mock/mock-link.ts';
import { candidateLabels } from '../../../domain/progress/records.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { listOf } from '../../../lib/text.ts';
import { candidateGrid } from '../../band/drawings.ts';
import { counted } from '../base/format.ts';
import { backToSet } from '../base/question-link.ts';
import type { KitRoom, ScorePlace } from './room.ts';

const scoreEachOther = 'Score each other';

const showsRubrics =
  'The scorecard shows the questions with their rubrics. Don’t open it if you want to answer them yourself.';

const showsAll =
  'The scorecard shows all questions with their rubrics, even those that you’ll answer.';

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
    ${set === undefined ? candidatesText(facts, label) : groupText(facts, set)}
    ${missing === 0 ? '' : html`<p class="warning">${missingText(missing)}</p>`}
    ${
      link.kind === 'interview'
        ? nothing
        : html`<p class="note">${(set?.people?.length ?? 0) > 1 ? showsAll : showsRubrics}</p>`
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

function groupText({ minutes, count }: Facts, { people = [] }: SetLink) {
  const turns = `${listOf(people)} take turns: each question says who answers, and you score that answer. `;
  const shared = `${counted(count, 'person has', 'people have')} shared scores with you. Score first, so their scores don’t sway you. They appear as soon as you finish yours.`;
  return html`<p>
    ${people.length > 1 ? turns : ''}${count === 0 ? 'Everyone in your group scores on the same scale. Then compare.' : shared}
    The questions take about ${counted(minutes, 'minute')} with follow-ups.
  </p>`;
}

function missingText(count: number): string {
  return `The guide on this device doesn’t have ${counted(count, 'of the questions', 'of the questions')}. Scores of others stay readable.`;
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(link: Received, { context }: KitRoom) {
  if (link.kind === 'interview') {
    const { interview, scores } = link;
    return { ...interview, count: scores === undefined ? 0 : 1, set: undefined };
  }
  const { minutes } = readMockLink(link.link, { codes: [], retired: [] });
  const codes = codesInMockLink(link.link);
  const set = setWith(codes, context.data.book);
  return {
    name: set?.name || 'Mock interview',
    minutes,
    codes,
    labels: candidateLabels.slice(0, set?.people?.length || 1),
    count: scoreCodesOf(link.fragment).length,
    set,
  };
}

function accept(link: Received, label: Label, set: SetLink | undefined, room: KitRoom) {
  const { interviews } = room;
  const interview =
    link.kind === 'interview'
      ? interviews.create(link.interview)
      : interviews.createOfMock(link.link);
  if (set !== undefined) room.change(interview.id, forGroup(set.name, set.people ?? []));
  const fit = fitLink(link, interview);
  const current = interviews.get(interview.id) ?? interview;
  const start: ScorePlace = { view: 'score', label, question: 0 };
  room.openPlace(interview.id, set === undefined ? start : room.firstPlace(current));
  if ('problem' in fit) room.warn(fit.problem.message);
  else if (fit.value.length > 0) room.addAll(interview.id, fit.value);
}
