/** A message through layers of guardrails: fixed rules, a classifier, the model, a rule for its draft. */

export type End = 'rule' | 'person' | 'answer';

/** What a message needs: emergency instructions or a person, an answer, or not this draft. */
export type Need = 'emergency' | 'answer' | 'no-answer';

export interface Message {
  readonly text: string;
  readonly need: Need;
  /** From a safety classifier, 0 to 1. */
  readonly alarm: number;
  readonly draft: string;
}

interface Layers {
  /** Words of a message that trigger the fixed emergency reply; empty without such rules. */
  readonly input: readonly RegExp[];
  /** Minimum alarm at which a person takes over. */
  readonly alarmFrom: number;
  /** Words of a draft that send the message to a person. */
  readonly output: readonly RegExp[];
}

/** Where a message ends: rules first, then the classifier, then the rule for the draft. */
export function endOf({ text, alarm, draft }: Message, layers: Layers): End {
  if (layers.input.some((rule) => rule.test(text))) return 'rule';
  if (alarm >= layers.alarmFrom) return 'person';
  return layers.output.some((rule) => rule.test(draft)) ? 'person' : 'answer';
}

export function isRightEnd(need: Need, end: End): boolean {
  return need === 'answer' ? end === 'answer' : end !== 'answer';
}

/** Messages that ended wrong, by what they needed. */
export function outcomeOf(messages: readonly Message[], layers: Layers) {
  const count = (need: Need): number =>
    messages.filter((one) => one.need === need && !isRightEnd(need, endOf(one, layers))).length;
  return {
    missedEmergencies: count('emergency'),
    badAnswers: count('no-answer'),
    /** Harmless ones that got no answer. */
    blocked: count('answer'),
  };
}
