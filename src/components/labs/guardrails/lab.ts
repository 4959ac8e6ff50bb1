import { type Control, isUnchanged, type Values } from '../../../domain/labs/control.ts';
import {
  type End,
  endOf,
  isRightEnd,
  type Layers,
  type Message,
  type Outcome,
  outcomeOf,
} from '../../../domain/labs/guardrails.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys } from '../draw.ts';
import { type Lab, type LabView, numberOf, textOf } from '../lab.ts';
import { inputRules, messages, outputRules } from './messages.ts';

const controls: readonly Control[] = [
  {
    kind: 'choice',
    name: 'input',
    label: 'Emergency rules, before the model',
    options: [
      { value: 'none', label: 'None' },
      { value: 'exact', label: 'Exact phrases' },
      { value: 'broad', label: 'Broad words' },
    ],
    initial: 'exact',
  },
  {
    kind: 'number',
    name: 'alarm',
    label: 'Classifier: a person takes over from an alarm of',
    min: 0,
    max: 1,
    step: 0.05,
    initial: 0.7,
  },
  {
    kind: 'choice',
    name: 'output',
    label: 'Rule for the model’s draft',
    options: [
      { value: 'none', label: 'None' },
      { value: 'digits', label: 'No doses in digits' },
      { value: 'words', label: 'Nor in words, no diagnosis' },
    ],
    initial: 'digits',
  },
];

function layersOf(values: Values): Layers {
  return {
    input: inputRules[textOf(values, 'input')] ?? [],
    alarmFrom: numberOf(values, 'alarm'),
    output: outputRules[textOf(values, 'output')] ?? [],
  };
}

function wrong({ missedEmergencies, badAnswers, blocked }: Outcome): number {
  return missedEmergencies + badAnswers + blocked;
}

function view(values: Values): LabView {
  const layers = layersOf(values);
  const outcome = outcomeOf(messages, layers);
  const { missedEmergencies, badAnswers, blocked } = outcome;
  return {
    value: `${wrong(outcome)} of ${messages.length}`,
    unit: 'messages end wrong',
    result: `${missedEmergencies} of 4 emergencies missed, ${badAnswers} of 3 bad answers let out, ${blocked} of 5 harmless questions blocked.`,
    figure: lanes(layers),
    more: markup`<ol class="wide guardrails-messages">${messages.map((message) => row(message, endOf(message, layers)))}</ol><p class="wide small">Messages, alarms, and drafts are invented.</p>`,
    table: {
      caption: 'Twelve messages, and where they end',
      columns: ['Message', 'Needs', 'Alarm', 'Ends at', 'Right'],
      rows: messages.map((message) => {
        const end = endOf(message, layers);
        return [
          message.text,
          needs[message.need],
          message.alarm.toFixed(2),
          ends[end],
          isRightEnd(message.need, end) ? 'yes' : 'no',
        ];
      }),
    },
  };
}

const needs = { emergency: 'emergency', answer: 'an answer', 'no-answer': 'no such answer' };
const ends: Readonly<Record<End, string>> = {
  rule: 'Emergency reply',
  person: 'A person',
  answer: 'The model',
};

/** Three ends, each with the messages that end there by number. */
function lanes(layers: Layers): Markup {
  return markup`<div class="wide">${drawing(
    600,
    178,
    messages.map((message, at) => `${at + 1}: ${ends[endOf(message, layers)]}`).join(', '),
    ...(Object.keys(ends) as End[]).map((end, column) => {
      const left = 204 * column;
      const here = messages
        .map((message, at) => ({ message, at }))
        .filter(({ message }) => endOf(message, layers) === end);
      return markup`<rect class="fill-faint soft" x="${left}" y="30" width="192" height="146" rx="8"/><text x="${left}" y="19">${ends[end]}</text>${here.map(
        ({ message, at }, place) => {
          const [x, y] = [left + 30 + 44 * (place % 4), 57 + 46 * Math.floor(place / 4)];
          const isRight = isRightEnd(message.need, end);
          return markup`<circle class="${isRight ? 'fill-c' : 'fill-b'}" cx="${x}" cy="${y}" r="19"/><text class="guardrails-number" x="${x}" y="${y + 7}" text-anchor="middle">${at + 1}</text>`;
        },
      )}`;
    }),
  )}${keys(['fill-c', 'right'], ['fill-b', 'wrong'])}<p class="small">1 to 4: emergencies. 5 to 9: harmless. 10 to 12: the model’s draft is bad.</p></div>`;
}

function row({ text, need, draft }: Message, end: End): Markup {
  const isRight = isRightEnd(need, end);
  return markup`<li data-right="${String(isRight)}">“${text}” <span class="small">${end === 'answer' ? markup`Answer: “${draft}”` : ends[end]} <strong>${isRight ? '✓' : '✗ wrong'}</strong></span></li>`;
}

const missedBy = (values: Values): Outcome => outcomeOf(messages, layersOf(values));

/** Lab: twelve messages through three layers. */
export const lab: Lab = {
  id: 'guardrails',
  title: 'Send messages through guardrails',
  theme: 'use',
  guess: {
    kind: 'slider',
    question:
      'Twelve messages reach your patient chatbot: 4 emergencies, 5 harmless questions, and 3 that the model answers badly. It has emergency phrases, a safety classifier, and a rule against doses. How many of the 12 end wrong?',
    label: 'End wrong',
    min: 0,
    max: 12,
    step: 1,
    write: (count) => `${count} of 12`,
    truth: wrong(
      missedBy(Object.fromEntries(controls.map(({ name, initial }) => [name, initial]))),
    ),
    near: 0,
    because:
      'people describe emergencies as stories, a dose can be words, and a phrase also fits a harmless question.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Leave the classifier alone, and miss no emergency. Then look at what that costs.',
      isMet: (values) =>
        isUnchanged(controls, values, 'input', 'output') &&
        missedBy(values).missedEmergencies === 0,
      solution: { input: 'broad' },
    },
    {
      task: 'Let no bad answer out and miss no emergency, and still answer at least 4 of the 5 harmless questions.',
      isMet: (values) => {
        const { missedEmergencies, badAnswers, blocked } = missedBy(values);
        return missedEmergencies === 0 && badAnswers === 0 && blocked <= 1;
      },
      solution: { alarm: 0.4 },
    },
  ],
  misconception: 'Three checks that each catch 90% let only 1 in 1,000 through.',
  say: 'Layers don’t multiply, because they fail on the same messages. I count missed emergencies and blocked questions, and a classifier may add an alarm but never cancel one.',
  questions: ['g63', '7jn'],
  sources: ['bedrock-guardrails-components', 'llama-guard-4-model-card', 'owasp-llm01-2025'],
};
