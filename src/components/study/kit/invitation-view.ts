import { html, nothing } from 'lit-html';
import { setWith } from '../../../browser/question-sets.ts';
import { forGroup, type Label, nameCandidates } from '../../../domain/kit/interview.ts';
import type { KitLink } from '../../../domain/kit/kit-link.ts';
import { fitLink, scoreCodesOf } from '../../../domain/kit/received.ts';
import { codesInMockLink, readMockLink } from '../../../domain/mock/mock-link.ts';
import { answererOf } from '../../../domain/mock/turns.ts';
import { candidateLabels } from '../../../domain/progress/records.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import { listOf } from '../../../lib/text.ts';
import { candidateGrid } from '../../band/drawings.ts';
import { counted } from '../base/format.ts';
import { backToSet } from '../base/question-link.ts';
import type { KitRoom } from './room.ts';

type Received = Extract<KitLink, { kind: 'interview' | 'mock' }>;

export function invitationBand(link: Received, room: KitRoom) {
  const { name, codes, labels, set } = factsOf(link, room);
  const { length } = codes;
  return {
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
  const { name, minutes, codes, labels, count, set } = factsOf(link, room);
  const people = set?.people?.slice(0, labels.length) ?? [];
  const { me } = room;
  const [label = 'A'] = link.kind === 'interview' && link.scores ? [link.scores.label] : labels;
  const questions = counted(codes.length, 'question');
  const missing = codes.filter((code) => !room.context.questions.has(code)).length;
  const everyone = set === undefined ? 'everyone with this link' : 'everyone in your group';
  const shared =
    count === 0
      ? `You get the same questions and the same scale as ${everyone}.`
      : `${counted(count, 'person has', 'people have')} shared scores of candidate ${label} with you. Score first, so their scores don’t sway you. They appear as soon as you lock yours.`;
  const choices = choicesOf(label, labels, people, me);
  const who = people.length === 0 ? nameCandidates(labels) : listOf(people);
  const decline = html`<button type="button" class="quiet" @click=${() => room.openStart()}>Not now</button>`;
  return html`<section class="invitation panel stack">
    <h2 tabindex="-1" data-focus-key="invitation ${codes.join('')}" dir="auto">${name || questions}</h2>
    <p>
      ${name === '' ? '' : `${questions}, `}${counted(minutes, 'minute')}, ${who}.
      ${shared}
    </p>
    ${missing === 0 ? '' : html`<p class="warning">${missingText(missing)}</p>`}
    ${
      link.kind === 'interview'
        ? nothing
        : html`<p class="note">
            The scorecard shows the questions with their rubrics. Don’t open it if you want to answer
            them yourself.
          </p>`
    }
    ${set === undefined ? nothing : groupView(people, me)}
    <div class="row">
      ${choices.map(
        ({ label: chosen, name: person }, index) => html`<button type="button"
          class=${index === 0 ? 'primary' : ''} @click=${() => accept(link, chosen, set, room)}>
          Score ${person}
        </button>`,
      )}
      ${set === undefined ? decline : backToSet(set, room.context)}
    </div>
  </section>`;
}

function groupView(people: readonly string[], me: string | undefined) {
  const isMember = me !== undefined && people.includes(me);
  const ask = isMember ? `You’re ${me}. Who answers?` : 'Who answers? Choose anyone but yourself.';
  return html`<p>Everyone uses the set’s link. ${people.length < 2 ? nothing : html`<b>${ask}</b>`}</p>`;
}

/**
 * Returns whom the reader can score: anyone in the group but themselves or, without a group, the
 * given candidate.
 */
function choicesOf(
  label: Label,
  labels: readonly Label[],
  people: readonly string[],
  me: string | undefined,
) {
  if (people.length === 0) return [{ label, name: `candidate ${label}` }];
  return people
    .map((name, index) => ({ label: labels[index] ?? label, name }))
    .filter(({ name }) => name !== me || people.length === 1);
}

function missingText(count: number): string {
  return `The guide on this device doesn’t have ${counted(count, 'of the questions', 'of the questions')}. Scores of others stay readable.`;
}

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
  const person = set?.people?.[candidateLabels.indexOf(label)];
  const own = set?.codes.findIndex((code) => answererOf(set, code) === person) ?? 0;
  room.openPlace(interview.id, { view: 'score', label, question: Math.max(0, own) });
  if ('problem' in fit) room.warn(fit.problem.message);
  else if (fit.value.length > 0) room.addAll(interview.id, fit.value);
}
