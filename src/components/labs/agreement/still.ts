import type { Still } from '../stills.ts';

export const still: Still = {
  value: '85%',
  unit: 'agreement',
  says: 'How much of it would chance have given?',
  drawing:
    '<rect class="off" x="20" y="94" width="280" height="20" rx="3"/><path class="on" d="M20 94h238v20H20z"/><path class="mark" d="M238 84v40"/>',
};
