/** Code that only sessions need. It is loaded when a session starts. */
export { paintVoice } from './answering-view.ts';
export { practiceKeys } from './practice-keys.ts';
export { PracticeSession } from './practice-session.ts';
export { sessionView } from './session-view.ts';
