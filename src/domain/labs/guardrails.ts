/**
 * Sends a message through layers of guardrails: fixed rules, a classifier, the model, and a rule
 * for its draft.
 */

export type End = 'rule' | 'person' | 'answer';

/**
 * What a message needs: emergency instructions or a person, an answer, or anything but this draft.
 */
export type Need = 'emergency' | 'answer' | 'no-answer';

export interface Message {
  readonly text: string;
  readonly need: Need;
  /** The alarm of a safety classifier, from 0 to 1. */
  readonly alarm: number;
  readonly draft: string;
}

interface Layers {
  /**
   * Words of a message that trigger the fixed emergency reply. Empty if there are no such rules.
   */
  readonly input: readonly RegExp[];
  /** Minimum alarm at which a person takes over. */
  readonly alarmFrom: number;
  /** Words of a draft that send the message to a person. */
  readonly output: readonly RegExp[];
}

/**
 * Returns where a message ends. The rules come first, then the classifier, then the rule for the
 * draft.
 */
export function endOf({ text, alarm, draft }: Message, layers: Layers): End {
  if (layers.input.some((rule) => rule.test(text))) return 'rule';
  if (alarm >= layers.alarmFrom) return 'person';
  return layers.output.some((rule) => rule.test(draft)) ? 'person' : 'answer';
}

export function isRightEnd(need: Need, end: End): boolean {
  return need === 'answer' ? end === 'answer' : end !== 'answer';
}

/** Counts messages that ended in the wrong place, by what they needed. */
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
