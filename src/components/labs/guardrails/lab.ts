import {
  choice,
  initialValues,
  isUnchanged,
  slider,
  type Values,
} from '../../../domain/labs/control.ts';
import { endOf, isRightEnd, type Need, outcomeOf } from '../../../domain/labs/guardrails.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing, keys } from '../draw.ts';
import { type Lab, type LabView, numberOf, outOf, textOf } from '../lab.ts';

/** Invented messages to a patient chatbot by what they need, with made-up alarms and drafts. */
const byNeed: Readonly<
  Record<Need, readonly (readonly [alarm: number, text: string, draft: string])[]>
> = {
  emergency: [
    [0.95, 'I have chest pain and my left arm is numb.', 'That can have many causes.'],
    [
      0.55,
      'My tongue has felt thick since I started the new pill.',
      'Dry mouth is common. Drink water.',
    ],
    [0.45, 'Me duele el pecho y no puedo respirar.', 'Descanse y beba agua.'],
    [0.75, 'I’d rather not wake up tomorrow.', 'For good sleep, keep a regular bedtime.'],
  ],
  answer: [
    [
      0.35,
      'My father died of chest pain. Is that inherited?',
      'Heart disease can run in families. Ask for a checkup.',
    ],
    [
      0.2,
      'The parking at your clinic is killing me. Where else?',
      'There is a garage on Mill Street.',
    ],
    [
      0.1,
      'What is a normal blood pressure?',
      'Below 120 over 80. Take two readings a minute apart.',
    ],
    [0.15, 'Can I eat before the blood test?', 'Please don’t eat for eight hours. Water is fine.'],
    [0.02, 'Where do I find my results?', 'In the portal, under Results.'],
  ],
  'no-answer': [
    [0.3, 'How much ibuprofen can I take?', 'Take 800 mg every four hours.'],
    [0.4, 'I forgot my blood pressure pill. Can I take two?', 'Yes, take two pills tonight.'],
    [0.5, 'Is this mole cancer?', 'From your description, it’s harmless.'],
  ],
};

export const messages = (['emergency', 'answer', 'no-answer'] as const).flatMap((need) =>
  byNeed[need].map(([alarm, text, draft]) => ({ need, alarm, text, draft })),
);

const inputRules: Readonly<Record<string, readonly RegExp[]>> = {
  none: [],
  exact: [/chest pain/i, /can’t breathe/i, /want to die/i],
  broad: [
    /chest|pecho/i,
    /breath|respirar/i,
    /\b(die|died|kill(ing)?|not wake up)\b/i,
    /tongue|throat/i,
  ],
};

const outputRules: Readonly<Record<string, readonly RegExp[]>> = {
  none: [],
  digits: [/\d\s?(mg|ml|mcg)\b/i],
  words: [/\d\s?(mg|ml|mcg)\b/i, /\btake (one|two|three|half)\b/i, /\bharmless\b/i],
};

const controls = [
  choice('input', 'Emergency rules, before the model', 'exact', {
    none: 'None',
    exact: 'Exact phrases',
    broad: 'Broad words',
  }),
  slider('alarm', 'Classifier: alarm score at which a person takes over', [0, 1, 0.05], 0.7),
  choice('output', 'Rule for the model’s draft', 'digits', {
    none: 'None',
    digits: 'No doses in digits',
    words: 'No doses in digits or words, no diagnoses',
  }),
];

function settingOf(values: Values) {
  const layers = {
    input: inputRules[textOf(values, 'input')] ?? [],
    alarmFrom: numberOf(values, 'alarm'),
    output: outputRules[textOf(values, 'output')] ?? [],
  };
  const outcome = outcomeOf(messages, layers);
  return {
    ...outcome,
    wrong: outcome.missedEmergencies + outcome.badAnswers + outcome.blocked,
    ended: messages.map((message, at) => {
      const end = endOf(message, layers);
      return { ...message, number: at + 1, end, isRight: isRightEnd(message.need, end) };
    }),
  };
}

type Ended = ReturnType<typeof settingOf>['ended'][number];

function view(values: Values): LabView {
  const { missedEmergencies, badAnswers, blocked, wrong, ended } = settingOf(values);
  return {
    value: `${wrong} of ${messages.length}`,
    unit: 'messages mishandled',
    result: `${missedEmergencies} of 4 emergencies missed, ${badAnswers} of 3 bad answers let through, and ${blocked} of 5 harmless questions blocked.`,
    figure: lanes(ended),
    more: markup`<ol class="wide guardrails-messages">${ended.map(row)}</ol><p class="wide fine-print">Messages, alarms, and drafts are invented.</p>`,
    table: {
      caption: 'Twelve messages, and who handles them',
      columns: ['Message', 'Needs', 'Alarm', 'Handled by', 'Correct'],
      rows: ended.map(({ text, need, alarm, end, isRight }) => {
        return [text, needs[need], alarm.toFixed(2), ends[end], isRight ? 'yes' : 'no'];
      }),
    },
  };
}

const needs = {
  emergency: 'emergency help',
  answer: 'an answer',
  'no-answer': 'a different answer',
};
const ends = { rule: 'Emergency reply', person: 'A person', answer: 'The model' };

function lanes(ended: readonly Ended[]): Markup {
  return markup`<div class="wide">${drawing(
    [600, 178],
    ended.map(({ number, end }) => `${number}: ${ends[end]}`).join(', '),
    ...Object.entries(ends).map(([lane, name], column) => {
      const left = 204 * column;
      const here = ended.filter(({ end }) => end === lane);
      return markup`<rect class="fill-faint soft" x="${left}" y="30" width="192" height="146" rx="8"/><text x="${left}" y="19">${name}</text>${here.map(
        ({ number, isRight }, place) => {
          const [x, y] = [left + 30 + 44 * (place % 4), 57 + 46 * Math.floor(place / 4)];
          return markup`<circle class="${isRight ? 'fill-c' : 'fill-b'}" cx="${x}" cy="${y}" r="19"/><text class="on-fill" x="${x}" y="${y + 7}" text-anchor="middle">${number}</text>`;
        },
      )}`;
    }),
  )}${keys(['fill-c', 'right'], ['fill-b', 'wrong'])}<p class="fine-print">1 to 4: emergencies. 5 to 9: harmless. 10 to 12: the model’s draft is bad.</p></div>`;
}

function row({ text, draft, end, isRight }: Ended): Markup {
  return markup`<li data-right="${String(isRight)}">“${text}” <span class="fine-print">${end === 'answer' ? markup`Answer: “${draft}”` : ends[end]} <strong>${isRight ? '✓' : '✗ wrong'}</strong></span></li>`;
}

export const lab: Lab = {
  id: 'guardrails',
  title: 'Send messages through guardrails',
  aliases: ['chatbot', 'chatbot safety'],
  theme: 'use',
  still: {
    value: '12 messages',
    unit: '3 layers',
    question: 'What gets through, and what is blocked that shouldn’t be?',
    drawing:
      '<path class="dim" d="M110 62v84M196 62v84M282 62v84"/><path class="line" d="M20 82h84M20 104h170M20 126h270"/><circle class="off" cx="110" cy="82" r="7"/><circle class="off" cx="196" cy="104" r="7"/><circle class="on" cx="290" cy="126" r="7"/>',
  },
  guess: {
    ...outOf(12),
    question:
      'Twelve messages reach your patient chatbot: 4 emergencies, 5 harmless questions, and 3 that the model answers badly. It has a list of emergency phrases, a safety classifier, and a rule against doses. How many of the 12 are mishandled?',
    label: 'Mishandled',
    truth: settingOf(initialValues(controls)).wrong,
    near: 0,
    because:
      'people describe emergencies in their own words, doses can be spelled out, and harmless questions can contain emergency phrases.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Leave the classifier alone, and miss no emergency. Then look at what that costs.',
      isMet: (values) =>
        isUnchanged(controls, values, 'input', 'output') &&
        settingOf(values).missedEmergencies === 0,
      solution: { input: 'broad' },
    },
    {
      task: 'Let no bad answer through, miss no emergency, and still answer at least 4 of the 5 harmless questions.',
      isMet: (values) => {
        const { missedEmergencies, badAnswers, blocked } = settingOf(values);
        return missedEmergencies === 0 && badAnswers === 0 && blocked <= 1;
      },
      solution: { alarm: 0.4 },
    },
  ],
  misconception: 'Three checks that each catch 90% let only 1 in 1,000 through.',
  say: 'Miss rates don’t simply multiply, because layers fail on the same messages. I count missed emergencies and blocked questions, and a classifier may add an alarm but never cancel one.',
  questions: ['g63', '7jn'],
  sources: ['bedrock-guardrails-components', 'llama-guard-4-model-card', 'owasp-llm01-2025'],
};
