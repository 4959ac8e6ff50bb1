/**
 * The path of a message through layers of guardrails: fixed rules, a classifier, the model, and
 * rules for its draft.
 */

export type End = 'rule' | 'person' | 'answer';

/**
 * What a message needs: emergency instructions or a person (`emergency`), an answer, or anything
 * but the draft (`no-answer`).
 */
export type Need = 'emergency' | 'answer' | 'no-answer';

export interface Message {
  readonly text: string;
  readonly need: Need;
  /** The safety classifier's alarm level, from 0 to 1. */
  readonly alarm: number;
  readonly draft: string;
}

interface Layers {
  /** If a message matches one of these, it gets the fixed emergency reply. */
  readonly input: readonly RegExp[];
  /** If the alarm is at least this high, a person takes over. */
  readonly alarmFrom: number;
  /** If a draft matches one of these, the message goes to a person. */
  readonly output: readonly RegExp[];
}

/**
 * Returns where a message ends up. The input rules come first, then the classifier, and then the
 * rules for the draft.
 */
export function endOf({ text, alarm, draft }: Message, layers: Layers): End {
  if (layers.input.some((rule) => rule.test(text))) return 'rule';
  if (alarm >= layers.alarmFrom) return 'person';
  return layers.output.some((rule) => rule.test(draft)) ? 'person' : 'answer';
}

export function isRightEnd(need: Need, end: End): boolean {
  return need === 'answer' ? end === 'answer' : end !== 'answer';
}

/** Counts the messages that ended up in the wrong place, by what they needed. */
export function outcomeOf(messages: readonly Message[], layers: Layers) {
  const count = (need: Need): number =>
    messages.filter((one) => one.need === need && !isRightEnd(need, endOf(one, layers))).length;
  return {
    missedEmergencies: count('emergency'),
    badAnswers: count('no-answer'),
    /** Harmless messages that got no answer. */
    blocked: count('answer'),
  };
}
