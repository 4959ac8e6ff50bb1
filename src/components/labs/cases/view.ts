/**
 * Labs in which cases are decided one by one. Each shows a board where the reader, or a rule that
 * the reader sets, decides every case. The lab compares these decisions with those in its record
 * and explains them.
 */
import { agreedCriteria, type CdsAnswers, cdsOutcome } from '../../../domain/labs/cds-criteria.ts';
import { initialValues, type Values, valueInWords } from '../../../domain/labs/control.ts';
import { endOf, isRightEnd, outcomeOf } from '../../../domain/labs/guardrails.ts';
import { fillText, writeNumber } from '../../../domain/labs/lab-text.ts';
import {
  ageThatMayStay,
  expectedAlike,
  scoreRemoval,
  zipThatMayStay,
} from '../../../domain/labs/safe-harbor.ts';
import {
  countedSituation,
  type Significance,
  type Situation,
  samdCategory,
  samdCriterion,
  significances,
  situations,
} from '../../../domain/labs/samd-category.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart, scale } from '../draw.ts';
import { type LabCode, type LabView, type LabWords, numberOf, recordOf, textOf } from '../lab.ts';

type Board<Id extends string> = LabCode<Id>['view'];

function nameOf({ controls }: LabWords<never>, values: Values, name: string): string {
  const control = controls.find((one) => one.name === name);
  return control === undefined ? '' : valueInWords(control, values[name] ?? '');
}

/** Returns a button on a board. Pressing it sets values and keeps the focus. */
function press(set: string, key: string, content: Markup, attributes: Markup | '' = ''): Markup {
  return markup`<button type="button" class="lab-word" data-set="${set}" data-key="${key}" ${attributes}>${content}</button>`;
}

function pressed(isPressed: boolean): Markup {
  return markup`aria-pressed="${String(isPressed)}"`;
}

/** Asks whether decision support software is a device, with four criteria for each product. */
const criteriaBoard: Board<'cds-criteria'> = (values, words) => {
  const { say, facts } = words;
  const product = recordOf(facts.cases, textOf(values, 'case'));
  const { by, reading, why } = product;
  const given = Object.keys(facts.criteria).map((name) => [name, textOf(values, name)]);
  const yours: CdsAnswers = Object.fromEntries(given);
  const outcome = cdsOutcome(yours, values['only'] === true);
  const theirOutcome = cdsOutcome(reading, product.isOnlyOne === true);
  const isShown = values['shown'] === 'yes';
  const agreed = agreedCriteria(yours, reading);
  const [mine, theirs] = [
    recordOf(facts.outcomes, outcome),
    recordOf(facts.outcomes, theirOutcome),
  ];
  const isOurs = by === 'Our reading';
  const criteria = (Object.keys(reading) as (keyof CdsAnswers)[]).map((name, at) => ({
    ...{ name, label: facts.criteria[name]?.label ?? '', why: why[at] ?? '' },
    yours: recordOf(facts.answers, yours[name]),
    theirs: recordOf(facts.answers, reading[name]),
  }));
  const check = `${isShown ? 'hide' : 'check'}${isOurs ? 'Ours' : ''}`;
  return {
    value: (isShown ? theirs : mine).short,
    unit: isShown ? say('unitShown', { by: by.replace('Our', 'our') }) : say('unit'),
    result: isShown
      ? say('resultShown', { yours: mine.meaning, by, theirs: theirs.meaning, agreed })
      : say('result', { name: nameOf(words, values, 'case') }),
    measures: { agreed, discretion: outcome === 'discretion' },
    figure: markup`<table class="cases-criteria lab-grid lab-press"><caption class="sr-only">${say('board')}</caption><thead><tr><td></td>
      <th scope="col">${say('you')}</th>${
        isShown && markup`<th scope="col">${say(isOurs ? 'we' : 'fda')}</th>`
      }</tr></thead><tbody>${criteria.map((one, at) => {
        const { sign, words: answer, next } = one.yours;
        // Only this criterion can fail in two ways.
        const after = one.name === 'recommendation' && next === 'no' ? 'one' : next;
        return markup`<tr><th scope="row">${at + 1}. ${one.label}${isShown && markup`<span class="fine-print">${one.why}</span>`}</th>
        <td>${press(
          `${one.name}=${after}`,
          one.name,
          markup`<span class="sr-only">${one.label}: </span>${sign} ${answer}`,
          markup`data-mark="${sign}"`,
        )}</td>${isShown && markup`<td><span data-mark="${one.theirs.sign}">${one.theirs.sign} ${one.theirs.words}</span></td>`}</tr>`;
      })}</tbody></table><p><button type="button" data-set="shown=${isShown ? 'no' : 'yes'}" data-key="check">${say(check)}</button></p>`,
    more: markup`<p class="wide fine-print">${say('law')}</p>`,
  };
};

interface Cell {
  readonly situation: Situation;
  readonly significance: Significance;
}

function categoryOf({ situation, significance }: Cell): string {
  return samdCategory(situation, significance);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Returns the cell that the reader pressed, with its situation as N12 counts it. Returns undefined
 * for `shown` and `none`.
 */
function pressedCell(text: string, isAlone: boolean): Cell | undefined {
  const at = text.lastIndexOf('-');
  if (at < 0) return undefined;
  return {
    situation: countedSituation(text.slice(0, at) as Situation, isAlone),
    significance: text.slice(at + 1) as Significance,
  };
}

/** Asks for a product's SaMD category, which is a cell in IMDRF's grid. */
const gridBoard: Board<'samd-category'> = (values, words, guessed) => {
  const { say, facts } = words;
  const product = recordOf(facts.products, textOf(values, 'product'));
  const text = textOf(values, 'cell');
  const yours = pressedCell(text, values['alone'] === true);
  const whose = say(product.isInN12 ? 'n12' : 'ours');
  const isShown = text !== 'none';
  const useOf = ({ significance }: Cell): string => recordOf(facts.uses, significance).name;
  const cellName = (cell: Cell): string => `${cell.situation}, ${useOf(cell)}`;
  const isSame = (one: Cell | undefined, other: Cell): boolean =>
    one !== undefined && cellName(one) === cellName(other);
  const name = nameOf(words, values, 'product');
  const category = categoryOf(product);
  const criterion = samdCriterion(product.situation, product.significance);
  const parts = { name, whose, category, criterion, cell: cellName(product) };
  const mine = yours && { ...parts, yours: categoryOf(yours), yourCell: cellName(yours) };
  const inWords = (): string => {
    if (!isShown) return say('resultOpen', parts);
    if (mine === undefined) return say('resultOurs', parts);
    return say(isSame(yours, product) ? 'resultSame' : 'result', mine);
  };
  const marksOf = (cell: Cell, value: string): string[] => [
    ...(isSame(yours, cell) ? [say(value === text ? 'markYou' : 'markCounts')] : []),
    ...(value === text && !isSame(yours, cell) ? [say('markChose')] : []),
    ...(isShown && isSame(product, cell) ? [say(product.isInN12 ? 'markN12' : 'markOurs')] : []),
  ];
  const button = (cell: Cell): Markup => {
    const value = `${cell.situation}-${cell.significance}`;
    const isGuessed = categoryOf(cell) === guessed;
    const marks = marksOf(cell, value).map((mark) => markup` <span>${mark}</span>`);
    return press(
      `cell=${value}`,
      value,
      markup`<span class="sr-only">${say('category')} </span><strong>${categoryOf(cell)}</strong>${marks}
        ${isGuessed && markup`<span class="sr-only">${say('markGuess')}</span>`}`,
      markup`data-category="${categoryOf(cell)}" ${pressed(value === text)}${isGuessed && markup` data-guessed`}`,
    );
  };
  const right = [
    yours?.situation === product.situation,
    useOf(yours ?? product) === useOf(product),
  ];
  return {
    value: isShown ? category : '?',
    unit: say(isShown ? (yours ? 'unitYours' : 'unit') : 'unitOpen', {
      whose,
      category: mine?.yours ?? '',
    }),
    result: inWords(),
    measures: {
      right: yours === undefined ? 0 : right.filter(Boolean).length,
      category: yours === undefined ? 0 : ['I', 'II', 'III', 'IV'].indexOf(categoryOf(yours)) + 1,
      serious: text.startsWith('serious'),
    },
    figure: markup`<table class="cases-grid lab-grid lab-press"><caption class="sr-only">${say('board')}</caption><thead><tr>
      <th scope="col">${say('situation')}</th>${significances.map(
        (significance) =>
          markup`<th scope="col">${capital(recordOf(facts.uses, significance).name)}</th>`,
      )}</tr></thead><tbody>${situations.map(
        (situation) =>
          markup`<tr><th scope="row">${capital(situation)}</th>${significances.map(
            (significance) => markup`<td>${button({ situation, significance })}</td>`,
          )}</tr>`,
      )}</tbody></table>`,
    more: markup`<div class="wide lab-words">${
      isShown &&
      yours &&
      markup`<p><strong>${say('yourCell')}</strong> ${say('yourReason', {
        situation: capital(yours.situation),
        state: recordOf(facts.states, yours.situation),
        use: capital(useOf(yours)),
        meaning: recordOf(facts.uses, yours.significance).meaning,
      })}</p>`
    }${
      isShown &&
      markup`<p><strong>${say('why', parts)}</strong> ${product.why}</p><p><strong>${say('but')}</strong> ${product.but}</p>`
    }<p class="fine-print">${say('law')}</p></div>`,
  };
};

type NoteWords = LabWords<'deidentify'>;

/** Asks for the identifiers in a note. Each removable span has a letter, which links use. */
const noteBoard: Board<'deidentify'> = (values, words) => {
  const { say, facts } = words;
  const removed = textOf(values, 'removed');
  const isExpert = values['route'] === 'expert';
  const { code, peopleInArea } = facts.zip;
  const rests = { zip: zipThatMayStay(code, peopleInArea), age: ageThatMayStay(93) };
  const spans = facts.note
    .filter((part) => typeof part !== 'string')
    .map((span) => ({
      ...{ ...span, why: fillText(span.why, rests) },
      isRemoved: removed.includes(span.letter),
    }));
  const toggled = (letter: string): string =>
    spans
      .filter((span) => (span.letter === letter ? !span.isRemoved : span.isRemoved))
      .map((span) => span.letter)
      .join('');
  const { found, missed, wronglyRemoved } = scoreRemoval(spans);
  const steps = combination(removed, facts);
  const alike = steps.at(-1)?.alike ?? 0;
  // These identifiers name the patient or point directly to her.
  const direct = spans.filter(
    ({ kind = 'B', isRemoved }) => !/[BC]/.test(kind) && !isRemoved,
  ).length;
  const all = found + missed;
  const listed = {
    value: `${found} of ${all}`,
    unit: say('unit'),
    result: say('result', {
      ...{ found, all, missed, wrong: wronglyRemoved },
      end: say(missed === 0 ? 'endAll' : 'endNot'),
    }),
  };
  return {
    ...(isExpert ? matchesInWords(alike, direct, words) : listed),
    measures: {
      ...{ found, wrong: wronglyRemoved, alike, direct },
      keeps: [...facts.keeps].every((letter) => !removed.includes(letter)),
    },
    figure: markup`<p class="cases-note lab-press" role="group" aria-label="${say('board')}">${facts.note.map(
      (part, index) => {
        // Punctuation must stay on the same line as the button before it.
        if (typeof part === 'string') return part.slice(leadingSigns(part).length);
        const button = press(
          `removed=${toggled(part.letter)}`,
          part.letter,
          markup`${part.text}`,
          pressed(removed.includes(part.letter)),
        );
        return markup`<span>${button}${leadingSigns(facts.note[index + 1])}</span>`;
      },
    )}</p>`,
    tools: isExpert ? stepBars(steps, words) : markup`<p class="fine-print">${say('select')}</p>`,
    more: markup`<div class="wide lab-words">
      <p>${say(isExpert ? 'expert' : 'knowledge')}</p>
      ${isExpert && markup`<p class="fine-print">${say('stepsNote')}</p>`}${reasons(spans, words)}
      <p class="fine-print">${say('invented')} ${say('law')}</p></div>`,
    table: {
      caption: say('caption'),
      columns: ['Kind', 'In the note', 'Removed'],
      rows: Object.entries(facts.kinds).map(([kind, name]) => {
        const here = spans.filter((span) => span.kind === kind);
        const gone = here.filter((span) => span.isRemoved);
        return [`(${kind}) ${name}`, String(here.length), String(gone.length)];
      }),
    },
  };
};

function matchesInWords(alike: number, direct: number, { say }: NoteWords) {
  const isFew = alike < 1;
  const pointers = ['noPointers', 'onePointer'][direct] ?? 'pointers';
  return {
    value: isFew ? say('under') : writeNumber(Math.round(alike)),
    unit: say(isFew ? 'unitOne' : 'unitMany'),
    result: say('resultExpert', {
      people: isFew ? say('few') : say('many', { n: Math.round(alike) }),
      pointers: say(pointers, { n: direct }),
    }),
  };
}

function leadingSigns(part: NoteWords['facts']['note'][number] | undefined): string {
  return (typeof part === 'string' && /^[.,:)]+/.exec(part)?.[0]) || '';
}

interface Span {
  readonly text: string;
  readonly why: string;
  readonly kind?: string | undefined;
  readonly isRemoved: boolean;
}

function reasons(spans: readonly Span[], { say, facts }: NoteWords): Markup {
  const groups: readonly (readonly [name: string, isIdentifier: boolean, isRemoved: boolean])[] = [
    ['missedList', true, false],
    ['wrongList', false, true],
    ['foundList', true, true],
    ['keptList', false, false],
  ];
  return markup`${groups.map(([name, isIdentifier, isRemoved]) => {
    const members = spans.filter(
      (span) => (span.kind !== undefined) === isIdentifier && span.isRemoved === isRemoved,
    );
    return (
      members.length > 0 &&
      markup`<p><strong>${say(name)} (${members.length})</strong></p><ul>${members.map(
        ({ text, kind, why }) =>
          markup`<li><strong>${text}</strong>: ${kind && `(${kind}) ${facts.kinds[kind]}; `}${why}</li>`,
      )}</ul>`
    );
  })}`;
}

type Step = ReturnType<typeof combination>[number];

/** @param removed the letters of the removed spans */
function combination(removed: string, { places, details }: NoteWords['facts']) {
  const isKept = (letter: string): boolean => letter === '' || !removed.includes(letter);
  const residence = places.find(({ letter }) => isKept(letter));
  const remaining = details.filter(({ letter, needs = '' }) => isKept(letter) && isKept(needs));
  const shares = remaining.map(({ oneIn }) => oneIn);
  return [residence?.name ?? '', ...remaining.map(({ name }) => name)].map((name, at) => {
    return { name, alike: expectedAlike(residence?.people ?? 0, shares.slice(0, at)) };
  });
}

function stepBars(steps: readonly Step[], { say }: NoteWords): Markup {
  const width = scale([-6, 8.5], [0, 150]);
  const rows = steps.map(({ name, alike }) => {
    const people = alike < 1 ? say('fewer') : writeNumber(Math.round(alike));
    return { name, people, isFew: alike < 1, length: Math.max(2, width(Math.log10(alike))) };
  });
  return chart(
    [360, 28 * steps.length + 4],
    { label: say('steps', { steps: rows.map((row) => `${row.name} ${row.people}`).join(', ') }) },
    ...rows.map(({ name, people, isFew, length }, at) => {
      const y = 28 * at;
      return markup`<text x="0" y="${y + 18}">${name}</text>
        <rect class="${isFew ? 'fill-b' : 'fill-a'} soft" x="124" y="${y + 2}" width="${length}" height="22"/>
        <text x="${130 + length}" y="${y + 18}">${people}</text>`;
    }),
  );
}

/**
 * Sends messages through layers of guardrails. The reader's settings decide which layer handles
 * each one.
 */
const messageBoard: Board<'guardrails'> = (values, { say, facts }) => {
  const { messages, ends, needs } = facts;
  const rules = (patterns: typeof facts.inputRules, name: string): RegExp[] =>
    recordOf(patterns, textOf(values, name)).map((pattern) => new RegExp(pattern, 'i'));
  const layers = {
    input: rules(facts.inputRules, 'input'),
    alarmFrom: numberOf(values, 'alarm'),
    output: rules(facts.outputRules, 'output'),
  };
  const { missedEmergencies, badAnswers, blocked } = outcomeOf(messages, layers);
  const mishandled = missedEmergencies + badAnswers + blocked;
  const ended = messages.map((message) => {
    const end = endOf(message, layers);
    return { ...message, end: recordOf(ends, end), isRight: isRightEnd(message.need, end) };
  });
  return {
    value: `${mishandled} of ${messages.length}`,
    unit: say('unit'),
    result: say('result', { missed: missedEmergencies, bad: badAnswers, blocked }),
    measures: { mishandled, missed: missedEmergencies, bad: badAnswers, blocked },
    figure: markup`<ol class="cases-messages lab-press">${ended.map(
      ({ text, end, isRight }) =>
        markup`<li data-mark="${isRight ? '✓' : '✗'}"><span>${text}</span> <strong>${end} ${isRight ? '✓' : '✗'}</strong></li>`,
    )}</ol>`,
    more: markup`<p class="wide fine-print">${say('invented')}</p>`,
    table: {
      caption: say('caption'),
      columns: ['Message', 'Needs', 'Alarm', 'The model’s draft', 'Handled by', 'Correct'],
      rows: ended.map(({ text, need, alarm, draft, end, isRight }) => {
        return [text, recordOf(needs, need), alarm.toFixed(2), draft, end, isRight ? 'yes' : 'no'];
      }),
    },
  };
};

/** The boards, by lab id. The facts are in the labs' records. */
const boards: Readonly<Record<string, Board<never>>> = {
  'cds-criteria': criteriaBoard,
  'samd-category': gridBoard,
  deidentify: noteBoard,
  guardrails: messageBoard,
};

export const view: Board<never> = (values, words, guessed): LabView =>
  recordOf(boards, words.id)(values, words, guessed);

/**
 * If the reader chooses another product, resets the answer and hides the reading that it is
 * compared with.
 */
export const follow: LabCode['follow'] = (now, before, { id, controls }) => {
  const [chosen] = controls;
  if (chosen === undefined || now[chosen.name] === before[chosen.name]) return now;
  const product = { [chosen.name]: now[chosen.name] ?? '' };
  if (id === 'cds-criteria') return { ...initialValues(controls), ...product, shown: 'no' };
  return id === 'samd-category' ? { ...now, cell: 'none', alone: false } : now;
};
