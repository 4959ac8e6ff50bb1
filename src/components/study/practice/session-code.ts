/** Code that only a session needs, loaded when one starts. */
export { paintVoice } from './answering-view.ts';
export { practiceKeys } from './practice-keys.ts';
export { PracticeSession } from './practice-session.ts';
export { sessionView } from './session-view.ts';
