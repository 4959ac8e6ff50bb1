/**
 * Guide settings for unit tests and fuzz tests (see `vitest.config.ts`), so that the tests don't
 * depend on the guide that comes with the code.
 */
import type { Companion, Level, Role, Term } from '../../src/guide-settings.ts';

export const settings = {
  id: 'ai-healthtech-interview-guide',
  field: 'AI HealthTech',
  title: 'The AI HealthTech interview guide',
  shortTitle: 'AI HealthTech interviews',
  iconName: 'HealthTech',
  anki: { idsFrom: 1_700_000_000_000, guids: 'ahig' },
  uuid: 'bccf0433-b71c-44f0-a699-e1f4892716a3',
  role: 'AI HealthTech Product Specialist',
  description: 'Interview questions for tests.',
  disclaimer: 'Not legal or medical advice.',
  heroQuestion: '22b',
  repository: undefined,
  license: 'https://creativecommons.org/licenses/by/4.0/',
};

export const licenseName = 'Creative Commons Attribution 4.0 International';
export const storage = 'guide';
export const home = { headline: '', promise: () => '', labs: [], hasThreshold: false };
export const appColors = { theme: '#00616a', background: '#f3f6f6' };
export const searchExamples = '';
export const searchSuggestions = [];
export const crisis = undefined;
export const levelIcons = {};
export const otherPages = [];

export const companions: readonly Companion[] = [
  { id: 'how-to-use', label: 'How to use this guide', aliases: ['study plan'] },
];

export const levels: readonly Level[] = [
  { id: 'beginner', label: 'Beginner', atLeast: 5, description: 'The basics.' },
  { id: 'intermediate', label: 'Intermediate', atLeast: 5, description: 'The daily work.' },
  { id: 'advanced', label: 'Advanced', atLeast: 5, description: 'Whole programs.' },
  {
    id: 'behavioral',
    label: 'Behavioral',
    atLeast: 5,
    description: 'Stories.',
    ownStories: true,
  },
];

export const interviewKits = [
  { name: 'Product manager', minutes: 45, levels: ['intermediate', 'behavioral'] },
];

export const topics: readonly Term[] = [
  ['fhir', 'FHIR'],
  ['ehr', 'EHR integration'],
  ['hipaa', 'HIPAA'],
  ['fda', 'FDA'],
  ['evaluation', 'Evaluation'],
  ['llm', 'Large language models'],
  ['team', 'Team'],
].map(([id = '', label = '']) => ({ id, label, description: `${label} in one sentence.` }));

export const roles: readonly Role[] = [
  { id: 'product', label: 'Product', weights: { evaluation: 5, team: 4, llm: 3, fda: 3, ehr: 2 } },
  { id: 'regulatory', label: 'Regulatory', weights: { fda: 5, hipaa: 4, team: 1 } },
];

export const jurisdictions: readonly Term[] = [
  { id: 'us', label: 'United States', description: 'US rules.' },
  { id: 'eu', label: 'European Union', description: 'EU rules.' },
];
