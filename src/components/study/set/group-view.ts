import '../base/share-link.ts';
import '../../copy-text/copy-text-element.ts';
import { html, nothing } from 'lit-html';
import { now, offsetAt } from '../../../browser/clock.ts';
import { setAddress } from '../../../browser/question-sets.ts';
import { labelOf } from '../../../domain/guide/label-of.ts';
import { isFromSet } from '../../../domain/kit/group-turns.ts';
import { isBlank } from '../../../domain/kit/interview.ts';
import { writePlace } from '../../../domain/kit/kit-link.ts';
import { writeMockLink } from '../../../domain/mock/mock-link.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { practiceMessage } from '../../../domain/study-set/practice-code.ts';
import type { GroupMember } from '../../../domain/study-set/saved-sets.ts';
import { type SetLink, setIn } from '../../../domain/study-set/set-link.ts';
import { daysUntil, type SetTime } from '../../../domain/study-set/set-time.ts';
import { levels } from '../../../guide-settings.ts';
import { counted, fieldsOf } from '../base/format.ts';
import { levelTile, nameOf } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { SetRoom } from './room.ts';
import { lengthOfSet, missingView, questionsOf, timeOf, whenText } from './set-parts.ts';

export function groupView(link: SetLink, room: SetRoom) {
  const { context } = room;
  const count = room.sets.draft.codes.length;
  const toOwn = html`<p>
    <a href=${context.paths.set}>
      ${count === 0 ? 'Build your own set' : `The set you’re building (${counted(count, 'question')})`}
    </a>
  </p>`;
  if (link.codes.length === 0) return html`${missingView(link, context)}${toOwn}`;
  const group = room.groupOf(link);
  return html`${missingView(link, context)}
    ${earlierView(link, room)} ${changeAt('settled', link, room)} ${whoView(link, room)}
    <div class="set-columns">
      ${waysView(link, room)}
      <aside class="stack">
        ${shareView(link, group, room)}
        <div class="row">
          <button type="button" class="quiet" data-focus="edit" @click=${() => room.edit(link)}>
            Edit this set
          </button>
          <a class="button quiet" href=${context.paths.set}>Your sets</a>
        </div>
      </aside>
      <section class="stack" aria-label="Questions">
        ${changeAt('set', link, room)}
        ${questionsView(link, group, room)}
      </section>
    </div>`;
}

/**
 * Returns the time until the group meets, in days, hours, or minutes. Returns undefined on the day
 * of a meeting without a time, and once a meeting has started.
 */
function countdown(when: SetTime): readonly [number: number, unit: string] | undefined {
  const days = daysUntil(when, now(), offsetAt);
  if (days > 0) return [days, days === 1 ? 'day to go' : 'days to go'];
  if (days < 0 || 'day' in when) return undefined;
  const minutes = Math.ceil((when.at - now()) / 60_000);
  if (minutes <= 0) return undefined;
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return [hours, hours === 1 ? 'hour to go' : 'hours to go'];
  return [minutes, minutes === 1 ? 'minute to go' : 'minutes to go'];
}

export function groupBand(link: SetLink, room: SetRoom) {
  if (link.codes.length === 0) {
    return { title: 'This link has no questions', lead: '', figure: '0', unit: 'questions' };
  }
  const { when } = link;
  const remaining = when && countdown(when);
  const counts = countsOf(room.groupOf(link), link);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const answers = counted(counts.length * room.groupOf(link).length, 'answer');
  const [figure, unit] = remaining ?? [total, `of ${answers}`];
  const length = `${lengthOfSet(link, room.context)}.`;
  return {
    title: link.name || 'A shared question set',
    lead: when === undefined ? length : `${whenText(when, remaining !== undefined)}. ${length}`,
    figure: String(figure),
    unit,
  };
}

export function groupHead(link: SetLink, room: SetRoom) {
  const { updated } = room;
  const { length } = link.codes;
  const member = ({ initials, isMe, practiced }: GroupMember) => {
    const count = practiced.filter(Boolean).length;
    const remark = isMe && initials !== '' ? 'you' : updated.has(initials) ? 'updated' : '';
    return html`<li>
      <span class="initials" ?data-me=${isMe}>${initials || 'You'}</span>
      <span class="dots flow" aria-hidden="true">
        ${practiced.map((has) => html`<i class="dot ${has ? '' : 'none'}"></i>`)}
      </span>
      <span class="note">${remark}</span>
      <span>${count} of ${length}</span>
    </li>`;
  };
  return html`<section class="set-members" aria-labelledby="members-title">
      <h2 id="members-title">Practiced</h2>
      <ul class="plain">${room.groupOf(link).map(member)}</ul>
    </section>`;
}

function countsOf(group: readonly GroupMember[], { codes }: SetLink): number[] {
  return codes.map((_, index) => group.filter(({ practiced }) => practiced[index]).length);
}

function practicedText(count: number, group: readonly GroupMember[]): string {
  if (group.length === 1) return count === 1 ? 'Practiced' : 'Not practiced yet';
  return `Practiced by ${count} of ${group.length}`;
}

/** Says what this device's version of the set has that the opened link doesn't. */
function earlierView(link: SetLink, room: SetRoom) {
  const earlier = room.earlierOf(link);
  if (earlier === undefined) return nothing;
  const { questions } = room.context;
  const named = (code: string) => `“${questions.get(code)?.label ?? code}”`;
  const more = [
    ...earlier.codes.filter((code) => !link.all.includes(code)).map(named),
    ...[...(earlier.takers ?? [])]
      .filter(([code]) => link.takers?.get(code) === undefined)
      .map(([code, who]) => `${who} takes ${named(code)}`),
  ];
  const what = more.length === 0 ? 'other details' : more.slice(0, 5).join(', ');
  return html`<div class="panel main stack set-earlier">
    <p>Your version of this set has more than this link: ${what}.</p>
    <div class="row">
      <button type="button" @click=${() => room.settle(link, earlier)}>Add it to this link</button>
      <button type="button" class="quiet" @click=${() => room.settle(link, undefined)}>
        Use the link as it is
      </button>
    </div>
  </div>`;
}

function waysView(link: SetLink, room: SetRoom) {
  const { context } = room;
  const { data, paths, questions } = context;
  const practiced = room.practicedByMe(link);
  // The questions that the reader took come first, and those that they have practiced come last.
  const rank = (code: string) =>
    practiced.includes(code)
      ? 2
      : room.me !== undefined && link.takers?.get(code) === room.me
        ? 0
        : 1;
  const codes = link.codes.toSorted((a, b) => rank(a) - rank(b));
  const open = codes.filter((code) => !practiced.includes(code));
  const first = questions.get(open[0] ?? '');
  const practice = writePracticeLink({ kind: 'set', set: { ...link, codes } });
  const minutes = timeOf(link, context)?.inAll ?? 1;
  const mock = writeMockLink({ minutes, contentVersion: data.contentVersion, codes: link.codes });
  const next =
    open.length === 0
      ? 'You’ve practiced them all. Do it again.'
      : `${counted(open.length, 'question')} left. First: ${first && nameOf(first)}.`;
  return html`<div class="set-ways">
    <a class="panel primary" href="${paths.practice}#${practice}"><b>Practice alone</b> ${next}</a>
    <a class="panel" href="${paths.mock}#${mock}">
      <b>Interview each other</b> One answers, the others listen and score. With follow-up questions, allow ${minutes} minutes.
    </a>
    ${compareView(link, context)}
  </div>`;
}

/** Leads to the group's scores, if the reader has scored anyone. */
function compareView(link: SetLink, { model, paths }: StudyContext) {
  const scored = model.progress.interviews
    .filter((one) => isFromSet(one, link))
    .filter(({ candidates }) => !candidates.every(isBlank))
    .toSorted((a, b) => b.at - a.at)[0];
  if (scored === undefined) return nothing;
  return html`<a class="panel" href="${paths.kit}#${writePlace(scored.id, { view: 'compare' })}">
    <b>Compare scores</b> See where you and your group differ. Interview answers don’t count as practiced.
  </a>`;
}

function questionsView(link: SetLink, group: readonly GroupMember[], room: SetRoom) {
  const { context } = room;
  const counts = countsOf(group, link);
  const line = (question: StudyQuestion, index: number) => html`<li>
    ${levelTile(question.level)}
    <span>
      <a href=${context.paths.question(question.slug)}>${question.title}</a>
      <span class="note">${labelOf(levels, question.level)}. ${practicedText(counts[index] ?? 0, group)}</span>
    </span>
    ${takerView(question, link, room)} ${changeAt(`take-${question.code}`, link, room)}
  </li>`;
  return html`<ol class="entries set-list">${questionsOf(link, context).map(line)}</ol>`;
}

/** Shows who has taken a question. Readers can take free questions and release their own. */
function takerView(question: StudyQuestion, link: SetLink, room: SetRoom) {
  const { code, title } = question;
  const taker = link.takers?.get(code);
  if (taker !== undefined && taker !== room.me) {
    return html`<p class="taker"><span class="initials">${taker}</span> ${taker} takes this</p>`;
  }
  const take = () => room.take(link, question);
  if (taker === undefined) {
    return html`<button type="button" class="taker" data-focus="take ${code}"
      aria-label="Take this one: ${title}" @click=${take}>
      Take this one
    </button>`;
  }
  return html`<button type="button" class="taker" data-focus="take ${code}"
    aria-label="${taker} You take this: ${title}. Press to free it" @click=${take}>
    <span class="initials" data-me>${taker}</span> You take this
  </button>`;
}

/** Asks who the reader is: someone already in the group, or someone with new initials. */
function whoView(link: SetLink, room: SetRoom) {
  const { people = [] } = link;
  const taken = room.context.questions.get(room.takingCode ?? '');
  if (room.me !== undefined || (people.length === 0 && taken === undefined)) return nothing;
  const someone = (initials: string) => html`<button type="button" aria-label="I’m ${initials}"
    @click=${() => room.introduce(initials, link)}>
    ${initials}
  </button>`;
  return html`<section class="panel row who no-print" aria-labelledby="who-title">
    <h2 id="who-title">${taken === undefined ? 'Who are you?' : `Who takes “${nameOf(taken)}”?`}</h2>
    ${people.map(someone)}
    ${introduceForm(taken === undefined ? 'That’s me' : 'Take it', link, room)}
  </section>`;
}

function introduceForm(label: string, link: SetLink, room: SetRoom) {
  const introduce = (event: SubmitEvent) =>
    room.introduce(String(fieldsOf(event).get('initials')), link);
  return html`<form class="introduce" @submit=${introduce}>
    <div class="row end">
      <label class="field">
        Your initials
        <input name="initials" required maxlength="8" size="4" autocomplete="off"
          autocapitalize="characters" aria-describedby="initials-problem" />
      </label>
      <button>${label}</button>
    </div>
    <p id="initials-problem" role="alert" class="note">${room.initialsProblem}</p>
  </form>`;
}

/** What goes to and comes from the group's chat: the link, the reader's code, and others' codes. */
function shareView(link: SetLink, group: readonly GroupMember[], room: SetRoom) {
  const address = setAddress(setIn(link), room.context.paths);
  return html`<section class="panel stack set-chat" aria-labelledby="chat-title">
    <h2 id="chat-title">For your group’s chat</h2>
    <share-link data-address=${address} data-name="this set" data-title=${link.name}></share-link>
    <p class="note">The link has the name, the day, the questions, and initials, never scores.</p>
    ${ownCodeView(link, group, room)} ${pasteView(link, room)}
  </section>`;
}

function ownCodeView(link: SetLink, group: readonly GroupMember[], room: SetRoom) {
  const { me } = room;
  // If the set lists people, the page asks further up who the reader is.
  const isAsked = room.takingCode !== undefined || (link.people ?? []).length > 0;
  if (me === undefined && isAsked) return nothing;
  const mine = group.find(({ isMe }) => isMe)?.practiced ?? [];
  const practiced = link.all.map((code) => mine[link.codes.indexOf(code)] === true);
  const notMe = html`<button type="button" class="link" @click=${() => room.forgetMe()}>
    Not ${me}?
  </button>`;
  if (!practiced.includes(true)) {
    return html`<p class="note">
      After you practice a question, you get a code here that tells your group.
      ${me === undefined ? nothing : html`You’re ${me}. ${notMe}`}
    </p>`;
  }
  if (me === undefined) {
    return html`<p class="note">Your code tells your group what you’ve practiced.</p>
      ${introduceForm('Show my code', link, room)}`;
  }
  const message = practiceMessage(me, practiced);
  return html`<div class="row">
    <copy-text data-text=${message} data-label="Copy my code"></copy-text>
    <p class="note">${message} ${notMe}</p>
  </div>`;
}

function pasteView(link: SetLink, room: SetRoom) {
  const paste = (event: SubmitEvent) => room.paste(event, link);
  return html`<form class="set-paste" @submit=${paste}>
      <label class="field">
        Paste codes
        <textarea name="codes" rows="1" required aria-describedby="codes-note"></textarea>
      </label>
      <button>Add</button>
    </form>
    <p id="codes-note" class="note">One message or several, such as “I practiced 3 of 5. R2-15.”</p>
    ${changeAt('codes', link, room)}`;
}

/** Shows what was changed in a spot and, if this changed the set's link, the new link. */
function changeAt(spot: string, link: SetLink, room: SetRoom) {
  const address = setAddress(setIn(link), room.context.paths);
  const copy = html`<copy-text data-text=${address} data-label="Copy link"></copy-text>`;
  return html`${room.host.noticeAt(spot)} ${room.newLinkAt === spot ? copy : nothing}`;
}
