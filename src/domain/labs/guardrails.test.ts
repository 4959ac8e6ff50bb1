import { describe, expect, it } from 'vitest';
import { endOf, isRightEnd, type Message, outcomeOf } from './guardrails.ts';

const message: Message = { text: 'Chest pain', need: 'emergency', alarm: 0.6, draft: 'Take 5 mg.' };
const none = { input: [], alarmFrom: 1, output: [] };

describe('a message through guardrails', () => {
  it('ends at the first layer that catches it', () => {
    const all = { input: [/chest pain/i], alarmFrom: 0.5, output: [/\d mg/] };
    expect(endOf(message, all)).toBe('rule');
    expect(endOf(message, { ...all, input: [] })).toBe('person');
    expect(endOf(message, { ...all, input: [], alarmFrom: 0.7 })).toBe('person');
    expect(endOf(message, { ...none, output: [/\d ml/] })).toBe('answer');
  });

  it('must not end at an answer if it is an emergency, and must if it is harmless', () => {
    expect(isRightEnd('emergency', 'rule')).toBe(true);
    expect(isRightEnd('emergency', 'answer')).toBe(false);
    expect(isRightEnd('answer', 'answer')).toBe(true);
    expect(isRightEnd('answer', 'rule')).toBe(false);
    expect(isRightEnd('no-answer', 'person')).toBe(true);
  });

  it('counts as missed, bad, or blocked, depending on what it needed', () => {
    const messages: Message[] = [
      message,
      { ...message, need: 'no-answer' },
      { ...message, need: 'answer', alarm: 1 },
    ];
    expect(outcomeOf(messages, none)).toEqual({
      missedEmergencies: 1,
      badAnswers: 1,
      blocked: 1,
    });
  });
});
