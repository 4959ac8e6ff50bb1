/**
 * The guide's settings, such as its name, levels, topics, and jurisdictions. To make a guide for
 * another role, see docs/another-guide.md.
 */

export interface Level {
  /** Stable identifier, used in URLs, front matter, and data files. */
  readonly id: string;
  readonly label: string;
  /** Minimum number of questions. With fewer, validation fails. */
  readonly atLeast: number;
  readonly description: string;
  /**
   * Set if readers answer with their own stories. In that case, only the example in the model
   * answer is meant to be spoken, one source is enough, and typed answers aren't compared with the
   * hint.
   */
  readonly ownStories?: true;
}

/** A companion page listed on the start page or in the sidebar. */
export interface Companion {
  /** The name of the page's file in `content/docs`, without the extension. */
  readonly id: string;
  /** Name on the start page and in search. */
  readonly label: string;
  /** Name in the sidebar. If it is missing, the page isn't listed there. */
  readonly inSidebar?: string;
  /** Other search terms that find the page. */
  readonly aliases?: readonly string[];
}

/** A word from a fixed vocabulary, such as a topic or a jurisdiction. */
export interface Term {
  /** Stable identifier, used in URLs, front matter, and data files. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export interface Topic extends Term {
  /**
   * Comma-separated words that job ads use, other than the names of questions and glossary terms.
   */
  readonly adWords?: string;
}

/** A kind of job that readers interview for. It determines which questions come first. */
export interface Role {
  /** Stable identifier, saved in the reader's settings. */
  readonly id: string;
  /** Display name, shown after “I’m interviewing for”. */
  readonly label: string;
  /**
   * How much each topic matters, from 1 to 5, by the topic's id. Topics without a number come last.
   */
  readonly weights: Readonly<Record<string, number>>;
}

export const settings = {
  /** Identifies the guide in exported files. It is unique to each guide and never changes. */
  id: 'ai-healthtech-interview-guide',
  /** The field of work, used in texts such as the description of the glossary. */
  field: 'AI HealthTech',
  /** The full name, used as the title of the home page and in data files. */
  title: 'The AI HealthTech interview guide',
  /** Name where space is tight, such as in the header and in browser tabs. */
  shortTitle: 'AI HealthTech interviews',
  /** Name below the icon of the installed guide. Home screens cut it off after 12 characters. */
  iconName: 'HealthTech',
  /**
   * For Anki: the number from which all ids are counted (milliseconds since 1970), and the prefix
   * of the GUIDs of notes. Neither ever changes.
   */
  anki: { idsFrom: 1_700_000_000_000, guids: 'ahig' },
  /** Identifies the EPUB book, so that e-readers replace the old file. It never changes. */
  uuid: 'bccf0433-b71c-44f0-a699-e1f4892716a3',
  role: 'AI HealthTech Product Specialist',
  /** One sentence for search engines and link previews. */
  description:
    'Interview questions for the AI HealthTech Product Specialist, each with a hint, a worked example, and a model answer. Free, offline, private.',
  /** Shown in the footer of every page. */
  disclaimer:
    'A study guide, not legal or medical advice. Rules and products change, so check the source before you rely on it.',
  /** Code of the question on the start page. If it doesn't exist, the first question is used. */
  heroQuestion: 'fk7',
  /**
   * URL of the repository, for suggesting corrections. It is undefined until the repository is
   * public.
   */
  repository: undefined as string | undefined,
  license: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const licenseName = 'Creative Commons Attribution 4.0 International';

/**
 * The prefix for the names of everything stored in the browser. It never changes. Guides on the
 * same host need different prefixes, or they would share their readers' progress.
 */
export const storage = 'guide';

export const home = {
  headline: 'Have the interview before the interview.',
  promise: (questions: number): string =>
    `Practice the ${questions} questions they’ll ask you about clinical AI. Each has a hint, a ` +
    'model answer to say out loud, a scoring guide, and dated sources. Free, offline, no account.',
  labs: ['predictive-value', 'alert-burden', 'agreement'] as readonly string[],
  /** True if the pulse on the page becomes a sepsis model's ROC curve, with a threshold to move. */
  hasThreshold: true as boolean,
} as const;

/** Colors of the installed guide: its window, and the background of its icon. */
export const appColors = { theme: '#00616a', background: '#f3f6f6' } as const;

/** The search field's placeholder. */
export const searchExamples = 'FHIR, HIPAA, drift…';

/** Searches suggested before the reader types anything. */
export const searchSuggestions = [
  'FHIR',
  'HIPAA and the cloud',
  'model drift',
  'FDA clearance',
  'sample size calculator',
  'conflict with a colleague',
] as const;

/** The help that search shows above the results if the reader may be in danger. */
export interface CrisisHelp {
  /** Code of the question about a crisis. `part` is the anchor of the part to link to. */
  readonly question: string;
  readonly part: string;
  readonly text: string;
  readonly url: string;
  /** Ids of the sources for the text and the URL. They are checked like the sources of pages. */
  readonly sources: readonly string[];
}

/** Help in a crisis, or undefined if the guide's subject doesn't call for it. */
export const crisis: CrisisHelp | undefined = {
  question: 'g63',
  part: 'deeper',
  text: 'If you or someone near you may be in danger, call or text 988 in the US.',
  url: 'https://findahelpline.com/',
  sources: ['lifeline-988', 'find-a-helpline'],
};

/**
 * Suggested interviews in the interview kit. Each one is filled with as many questions from its
 * levels as fit in the time.
 */
export const interviewKits: readonly {
  readonly name: string;
  readonly minutes: number;
  /** Ids of levels, in the order in which their questions are asked. */
  readonly levels: readonly string[];
}[] = [
  {
    name: 'Senior product manager, 60 minutes',
    minutes: 60,
    levels: ['advanced', 'scenario-based', 'behavioral'],
  },
  {
    name: 'Product manager, 45 minutes',
    minutes: 45,
    levels: ['intermediate', 'scenario-based', 'behavioral'],
  },
  { name: 'AI specialist, 45 minutes', minutes: 45, levels: ['ai-workflow-and-tools', 'advanced'] },
];

/** The companion pages on the start page, in order. Each guide also has an `about.md`. */
export const companions = [
  {
    id: 'how-to-use',
    label: 'How to use this guide',
    inSidebar: 'How to prepare',
    aliases: ['study plan', 'preparation plan', 'one week plan'],
  },
  {
    id: 'structure-an-answer',
    label: 'How to structure an answer',
    aliases: [
      'STAR method',
      'STAR format',
      'situation, task, action, result',
      'framework for answers',
      'tell me about yourself',
      'introduce yourself',
      'how long should an answer be',
    ],
  },
  {
    id: 'ask-the-interviewer',
    label: 'What to ask the interviewer',
    aliases: [
      'questions for the interviewer',
      'questions at the end',
      'ask at the end of an interview',
      'reverse interview',
      'do you have any questions for us',
      'salary',
      'salary negotiation',
      'pay and benefits',
      'offer',
    ],
  },
  {
    id: 'night-before',
    label: 'The night before',
    aliases: [
      'night before the interview',
      'checklist',
      'evening before',
      'interview tomorrow',
      'last minute',
      'nerves',
    ],
  },
  {
    id: 'role',
    label: 'What the role is',
    aliases: ['job description', 'AI HealthTech Product Specialist', 'what you do all day'],
  },
] as const satisfies readonly Companion[];

/**
 * Companion pages that are linked only from the text of other pages. The build warns about pages
 * that are in neither list.
 */
export const otherPages: readonly string[] = ['accessibility'];

export const levels = [
  {
    id: 'beginner',
    label: 'Beginner',
    atLeast: 5,
    description: 'The basics: what counts as a device, a metric, a standard, and a privacy rule.',
  },
  {
    id: 'intermediate',
    label: 'Intermediate',
    atLeast: 10,
    description:
      'The daily work: evaluate, specify, prioritize, monitor, and keep a human in the right place.',
  },
  {
    id: 'advanced',
    label: 'Advanced',
    atLeast: 10,
    description:
      'Whole programs: validation studies, rollouts, several laws at once, teams, and model lifecycles.',
  },
  {
    id: 'scenario-based',
    label: 'Scenario-based',
    atLeast: 10,
    description: 'Something has gone wrong, or someone disagrees. What do you do first, and why?',
  },
  {
    id: 'ai-workflow-and-tools',
    label: 'AI workflow and tools',
    atLeast: 10,
    description: 'Named tools and platforms: how you’d build it, and how you’d know that it works.',
  },
  {
    id: 'behavioral',
    label: 'Behavioral',
    atLeast: 5,
    description: 'Your own stories, in a form that someone can score.',
    ownStories: true,
  },
] as const satisfies readonly Level[];

/**
 * Level icons: stroked SVG paths in a 24 × 24 box. A level without an icon shows only its color.
 */
export const levelIcons: Readonly<Record<string, string>> = {
  beginner: 'M12 7c-2-1.6-5-2-8-2v13c3 0 6 .4 8 2 2-1.6 5-2 8-2V5c-3 0-6 .4-8 2zm0 0v13',
  intermediate:
    'M4 8h8m4 0h4M4 16h4m4 0h8M12 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8 16a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  advanced: 'm12 3 9 5-9 5-9-5zm-9 9.5 9 5 9-5M3 17l9 5 9-5',
  'scenario-based': 'M13 2.5 4.5 14H11l-1 7.5L19 10h-6.5z',
  'ai-workflow-and-tools': 'M3.5 5h17v14h-17zM7.5 9.5 10 12l-2.5 2.5m5 .5h4',
  behavioral: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9c.4-4 3.6-6 8-6s7.6 2 8 6',
};

export const topics = [
  {
    id: 'fhir',
    label: 'FHIR and interoperability',
    description: 'HL7 FHIR, HL7 v2, DICOM, SMART, and CDS Hooks: how health data moves.',
  },
  {
    id: 'ehr',
    label: 'EHR integration',
    description: 'Working inside the electronic health record and the clinical workflow.',
    adWords: 'Epic, clinical workflow',
  },
  {
    id: 'terminology',
    label: 'Coding and terminologies',
    description: 'ICD-10, SNOMED CT, LOINC, and RxNorm, and how they map to each other.',
    adWords: 'terminologies',
  },
  {
    id: 'hipaa',
    label: 'HIPAA',
    description:
      'US privacy and security rules for health information, and business associate agreements.',
  },
  {
    id: 'privacy',
    label: 'Privacy and de-identification',
    description:
      'De-identification, re-identification risk, differential privacy, and data residency.',
    adWords: 'privacy, security, cybersecurity, privacy officer',
  },
  {
    id: 'fda',
    label: 'FDA',
    description:
      'Software as a Medical Device, 510(k), De Novo, change control plans, and reporting in the US.',
    adWords: 'regulatory, regulatory affairs, regulatory strategy, quality management',
  },
  {
    id: 'eu-law',
    label: 'EU law',
    description: 'The EU AI Act, the Medical Device Regulation, and the GDPR.',
  },
  {
    id: 'global',
    label: 'Other countries',
    description:
      'Taking a product across borders: rules, languages, guidelines, and local validation.',
  },
  {
    id: 'evaluation',
    label: 'Evaluation and metrics',
    description: 'Sensitivity, precision, agreement, retrieval metrics, benchmarks, and test sets.',
    adWords: 'evaluation, metrics',
  },
  {
    id: 'validation',
    label: 'Clinical validation',
    description:
      'Studies that show whether a product works for patients: design, endpoints, and sample size.',
  },
  {
    id: 'fairness',
    label: 'Fairness and bias',
    description: 'Differences between groups of patients: finding, explaining, and reducing them.',
    adWords: 'fairness, bias, disparities, biased',
  },
  {
    id: 'ethics',
    label: 'Ethics',
    description: 'Consent, vulnerability, accountability, and what software owes patients.',
    adWords: 'accountability',
  },
  {
    id: 'safety',
    label: 'Patient safety',
    description: 'Harm, incidents, red lines, reporting duties, and corrective action.',
    adWords: 'risk management, incidents',
  },
  {
    id: 'oversight',
    label: 'Human oversight',
    description: 'Who decides, when a clinician may overrule, and how trust is calibrated.',
    adWords: 'automation',
  },
  {
    id: 'decision-support',
    label: 'Alerts and decision support',
    description: 'Clinical decision support, alert thresholds, and alert fatigue.',
    adWords: 'alerts',
  },
  {
    id: 'imaging',
    label: 'Medical imaging',
    description: 'Radiology AI, PACS and DICOM workflow, and image annotation.',
  },
  {
    id: 'llm',
    label: 'Large language models',
    description: 'Language models: choosing, prompting, fine-tuning, and adding guardrails.',
  },
  {
    id: 'rag',
    label: 'RAG and retrieval',
    description: 'Retrieval-augmented generation, embeddings, vector search, and citations.',
    adWords: 'retrieval',
  },
  {
    id: 'documentation',
    label: 'Clinical documentation',
    description: 'Ambient scribes, note drafts, and documentation burden.',
  },
  {
    id: 'monitoring',
    label: 'Monitoring and lifecycle',
    description: 'Drift, surveillance after launch, versions, and updates.',
    adWords: 'monitoring, lifecycle, performance degradation',
  },
  {
    id: 'mlops',
    label: 'MLOps',
    description: 'Registries, experiment tracking, CI/CD, deployment, and edge devices.',
    adWords: 'Python, Kubernetes, Docker, experiments, software engineering',
  },
  {
    id: 'cloud',
    label: 'Cloud platforms',
    description: 'AWS, Google Cloud, and Azure services for health data and models.',
    adWords: 'Azure',
  },
  {
    id: 'strategy',
    label: 'Product strategy',
    description: 'Requirements, roadmaps, prioritization, build or buy, and competitors.',
    adWords:
      'roadmap, backlog, requirements, user stories, prioritize, product manager, go-to-market',
  },
  {
    id: 'business',
    label: 'Business case',
    description: 'Cost, return, pricing, payers, and buyers.',
    adWords: 'business case, sales, procurement, pricing, revenue, payer, CFO',
  },
  {
    id: 'adoption',
    label: 'Adoption and change',
    description: 'Rollout, champions, training, burnout, and resistance.',
    adWords:
      'adoption, change management, implementation, rollout, go-live, onboarding, nurses, physicians, clinicians, customer success, training program',
  },
  {
    id: 'team',
    label: 'Team and communication',
    description: 'Building a team, explaining, resolving conflict, learning, and owning mistakes.',
    adWords:
      'communication, stakeholder, cross-functional, leadership, executives, mentor, hiring, communicator, explain',
  },
] as const satisfies readonly Topic[];

/** Turns lists of topics by weight into weights by topic. */
function weighted(topicsByWeight: Readonly<Record<number, string>>): Record<string, number> {
  const weights = Object.entries(topicsByWeight).flatMap(([weight, ids]) =>
    ids.split(' ').map((id) => [id, Number(weight)] as const),
  );
  return Object.fromEntries(weights);
}

export const roles: readonly Role[] = [
  {
    id: 'product',
    label: 'Product',
    weights: weighted({
      5: 'strategy decision-support',
      4: 'adoption business',
      3: 'evaluation fda team safety llm monitoring',
      2: 'oversight hipaa ehr validation documentation fairness',
      1: 'rag fhir ethics',
    }),
  },
  {
    id: 'engineering',
    label: 'Engineering',
    weights: weighted({
      5: 'monitoring',
      4: 'mlops fhir rag llm evaluation cloud',
      3: 'ehr privacy hipaa',
      2: 'imaging terminology fairness safety',
      1: 'validation team',
    }),
  },
  {
    id: 'clinical',
    label: 'Clinical',
    weights: weighted({
      5: 'oversight safety',
      4: 'decision-support adoption validation',
      3: 'fairness ethics documentation evaluation',
      2: 'imaging ehr monitoring team',
      1: 'hipaa privacy',
    }),
  },
  {
    id: 'regulatory',
    label: 'Regulatory',
    weights: weighted({
      5: 'fda eu-law',
      4: 'validation safety',
      3: 'hipaa privacy monitoring fairness global',
      2: 'oversight evaluation ethics',
      1: 'mlops team',
    }),
  },
];

/** The places where the rules behind an answer apply. */
export const jurisdictions = [
  {
    id: 'us',
    label: 'United States',
    description: 'US federal and state rules.',
  },
  { id: 'eu', label: 'European Union', description: 'European Union rules.' },
  { id: 'uk', label: 'United Kingdom', description: 'United Kingdom rules.' },
  {
    id: 'international',
    label: 'International',
    description: 'International standards and guidance, and answers that apply anywhere.',
  },
] as const satisfies readonly Term[];

export type LevelId = (typeof levels)[number]['id'];
export type TopicId = (typeof topics)[number]['id'];
export type JurisdictionId = (typeof jurisdictions)[number]['id'];
