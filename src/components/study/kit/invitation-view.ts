import { html } from 'lit-html';
import { nameCandidates } from '../../../domain/kit/interview.ts';
import type { KitLink } from '../../../domain/kit/kit-link.ts';
import { fitLink, scoreCodesOf } from '../../../domain/kit/received.ts';
import { codesInMockLink, readMockLink } from '../../../domain/mock/mock-link.ts';
import { candidateLabels } from '../../../domain/progress/records.ts';
import { counted } from '../base/format.ts';
import type { KitRoom } from './room.ts';

type Received = Extract<KitLink, { kind: 'interview' | 'mock' }>;

/** Shows an interview from a link. Nothing is saved until the reader accepts it. */
export function invitationView(link: Received, room: KitRoom) {
  const { name, minutes, codes, labels, count } = factsOf(link);
  const [label = 'A'] = link.kind === 'interview' && link.scores ? [link.scores.label] : labels;
  const questions = counted(codes.length, 'question');
  const missing = codes.filter((code) => !room.context.questions.has(code)).length;
  const shared =
    count === 0
      ? 'You get the same questions, the same scale, and the same candidates as everyone with this link.'
      : `${counted(count, 'person has', 'people have')} shared scores of candidate ${label} with you. Score first, so their scores don’t sway you. They appear as soon as you lock yours.`;
  return html`<section class="invitation panel stack">
    <h2 tabindex="-1" data-focus-key="invitation ${codes.join('')}">${name || questions}</h2>
    <p>
      ${name === '' ? '' : `${questions}, `}${counted(minutes, 'minute')},
      ${nameCandidates(labels)}.
      ${shared}
    </p>
    ${missing === 0 ? '' : html`<p class="warning">${missingText(missing)}</p>`}
    <p class="note">
      The scorecard shows the questions with their rubrics. Don’t open it if you want to answer them
      yourself.
    </p>
    <div class="row">
      <button type="button" class="primary" @click=${() => accept(link, label, room)}>
        Score candidate ${label}
      </button>
      <button type="button" class="quiet" @click=${() => room.openStart()}>Don’t add this interview</button>
    </div>
  </section>`;
}

function missingText(count: number): string {
  return `The guide on this device doesn’t have ${counted(count, 'of the questions', 'of the questions')}. Scores of others stay readable.`;
}

function factsOf(link: Received) {
  if (link.kind === 'interview') {
    return { ...link.interview, count: link.scores === undefined ? 0 : 1 };
  }
  const { minutes } = readMockLink(link.link, { codes: [], retired: [] });
  const codes = codesInMockLink(link.link);
  const labels = candidateLabels.slice(0, 1);
  return {
    name: 'Mock interview',
    minutes,
    codes,
    labels,
    count: scoreCodesOf(link.fragment).length,
  };
}

function accept(link: Received, label: (typeof candidateLabels)[number], room: KitRoom) {
  const { interviews } = room;
  const interview =
    link.kind === 'interview'
      ? interviews.create(link.interview)
      : interviews.createOfMock(link.link);
  const fit = fitLink(link, interview);
  room.openPlace(interview.id, { view: 'score', label, question: 0 });
  if ('problem' in fit) room.warn(fit.problem.message);
  else if (fit.value.length > 0) room.addAll(interview.id, fit.value);
}
