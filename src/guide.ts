/**
 * The guide in one place: its name, levels, topics and jurisdictions.
 *
 * Everything that names a level or a topic reads it from here: the schema, the pages, the
 * sidebar, search and the data files. For a guide for another role, see docs/another-guide.md.
 */

/** A level of the guide; levels stand in guide order. */
export interface Level {
  /** Stable identifier, used in addresses, front matter and data files. */
  readonly id: string;
  /** Name as shown to readers. */
  readonly label: string;
  /** Fewest questions that the level may hold; with fewer, validation fails. */
  readonly atLeast: number;
  /** What the level is for, one sentence. */
  readonly description: string;
  /**
   * Set where answers are the reader's own stories: only their examples are spoken, one source is
   * enough, and what a reader types is not compared with the hint.
   */
  readonly ownStories?: true;
}

/** A companion page that the start page or the sidebar names. */
export interface Companion {
  /** Its file in `content/docs`, without the ending. */
  readonly id: string;
  /** Name on the start page. */
  readonly label: string;
  /** Name in the sidebar, for those that stand there too. */
  readonly inSidebar?: string;
  /** What else people type when they search for it. */
  readonly aliases?: readonly string[];
}

/** A word of a fixed vocabulary (a topic, a jurisdiction). */
export interface Term {
  /** Stable identifier, used in addresses, front matter and data files. */
  readonly id: string;
  /** Name as shown to readers. */
  readonly label: string;
  /** What belongs to it, one sentence. */
  readonly description: string;
}

/** Name and purpose of the guide. */
export const guide = {
  /** Names the guide in files that readers export; never changed, and each guide has its own. */
  id: 'ai-healthtech-interview-guide',
  /** The field of work, in the names of what readers export. */
  field: 'AI HealthTech',
  /** Full name: the page title of the home page and the name in data files. */
  title: 'The AI HealthTech interview guide',
  /** Name where space is short: header, browser tabs. */
  shortTitle: 'AI HealthTech interviews',
  /** Names Anki's notes and decks: where ids start (milliseconds since 1970) and guids. Never changed. */
  anki: { idsFrom: 1_700_000_000_000, guids: 'ahig' },
  /** Names the book: e-readers take a newer file for the same book. Never changed. */
  uuid: 'bccf0433-b71c-44f0-a699-e1f4892716a3',
  /** The role that the guide prepares for. */
  role: 'AI HealthTech Product Specialist',
  /** One sentence for search engines and link previews. */
  description:
    'Fifty interview questions for the AI HealthTech Product Specialist, with a hint and an outline for each answer. Free, offline, private.',
  /** Said once, visibly, on the home page and in the footer. */
  disclaimer:
    'A study guide, not legal or medical advice. Rules and products change: check the source before you rely on it.',
  /** Code of the question that the start page shows; the first one if there is no such question. */
  heroQuestion: 'fk7',
  /** Address of the repository, for readers who suggest a correction; none while it isn't public. */
  repository: undefined as string | undefined,
  /** Under what the content may be shared. */
  license: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/**
 * Names what a browser keeps for this guide; never changed. Guides on one host need different ones,
 * or they share their readers' progress.
 */
export const storage = 'guide';

/** Examples of what to search for, shown in the empty search field. */
export const searchExamples = 'FHIR, HIPAA, alert fatigue …';

/** The companion pages on the start page, in their order. Each guide also has an `about.md`. */
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
    ],
  },
  {
    id: 'ask-the-interviewer',
    label: 'What to ask the interviewer',
    aliases: [
      'questions for the interviewer',
      'reverse interview',
      'do you have any questions for us',
    ],
  },
  {
    id: 'night-before',
    label: 'The night before',
    aliases: ['night before the interview', 'checklist', 'evening before', 'interview tomorrow'],
  },
  {
    id: 'role',
    label: 'What the role is',
    aliases: ['job description', 'AI HealthTech Product Specialist', 'what you do all day'],
  },
] as const satisfies readonly Companion[];

/** The six levels, in guide order. */
export const levels = [
  {
    id: 'beginner',
    label: 'Beginner',
    atLeast: 5,
    description:
      'The words of the field: what a device, a metric, a standard and a privacy rule are.',
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
      'Whole programs: validation studies, rollouts, several laws at once, teams and model lifecycles.',
  },
  {
    id: 'scenario-based',
    label: 'Scenario-based',
    atLeast: 10,
    description: 'Something has gone wrong or somebody disagrees. What do you do first, and why?',
  },
  {
    id: 'ai-workflow-and-tools',
    label: 'AI workflow and tools',
    atLeast: 10,
    description:
      'Named tools and platforms: how you would build it, and how you would know that it works.',
  },
  {
    id: 'behavioral',
    label: 'Behavioral',
    atLeast: 5,
    description: 'Your own stories, told so that somebody can score them.',
    ownStories: true,
  },
] as const satisfies readonly Level[];

/** The topics, in the order in which they are listed. */
export const topics = [
  {
    id: 'fhir',
    label: 'FHIR and interoperability',
    description: 'HL7 FHIR, HL7 v2, DICOM, SMART, CDS Hooks: how health data moves.',
  },
  {
    id: 'ehr',
    label: 'EHR integration',
    description: 'Working inside the electronic health record and the clinical workflow.',
  },
  {
    id: 'terminology',
    label: 'Coding and terminologies',
    description: 'ICD-10, SNOMED CT, LOINC, RxNorm and how they map.',
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
    description: 'De-identification, re-identification risk, differential privacy, data residency.',
  },
  {
    id: 'fda',
    label: 'FDA',
    description:
      'Software as a Medical Device, 510(k), De Novo, change control plans and reporting in the US.',
  },
  {
    id: 'eu-law',
    label: 'EU law',
    description: 'The EU AI Act, the Medical Device Regulation and the GDPR.',
  },
  {
    id: 'global',
    label: 'Other countries',
    description:
      'Taking a product across borders: rules, languages, guidelines and local validation.',
  },
  {
    id: 'evaluation',
    label: 'Evaluation and metrics',
    description: 'Sensitivity, precision, agreement, retrieval metrics, benchmarks and test sets.',
  },
  {
    id: 'validation',
    label: 'Clinical validation',
    description:
      'Studies that show that a product works on patients: design, endpoints, sample size.',
  },
  {
    id: 'fairness',
    label: 'Fairness and bias',
    description: 'Differences between groups of patients: finding, explaining, reducing them.',
  },
  {
    id: 'ethics',
    label: 'Ethics',
    description: 'Consent, vulnerability, accountability and what software owes to patients.',
  },
  {
    id: 'safety',
    label: 'Patient safety',
    description: 'Harm, incidents, red lines, reporting duties and corrective action.',
  },
  {
    id: 'oversight',
    label: 'Human oversight',
    description: 'Who decides, when a clinician may overrule, and how trust is calibrated.',
  },
  {
    id: 'decision-support',
    label: 'Alerts and decision support',
    description: 'Clinical decision support, alert thresholds, alert fatigue.',
  },
  {
    id: 'imaging',
    label: 'Medical imaging',
    description: 'Radiology AI, PACS and DICOM workflow, annotation of images.',
  },
  {
    id: 'llm',
    label: 'Large language models',
    description: 'Choosing, prompting, fine-tuning and guarding language models.',
  },
  {
    id: 'rag',
    label: 'RAG and retrieval',
    description: 'Retrieval-augmented generation, embeddings, vector search, citations.',
  },
  {
    id: 'documentation',
    label: 'Clinical documentation',
    description: 'Ambient scribes, note drafts, documentation burden.',
  },
  {
    id: 'monitoring',
    label: 'Monitoring and lifecycle',
    description: 'Drift, surveillance after launch, versions and updates.',
  },
  {
    id: 'mlops',
    label: 'MLOps',
    description: 'Registries, experiment tracking, CI/CD, deployment and edge devices.',
  },
  {
    id: 'cloud',
    label: 'Cloud platforms',
    description: 'AWS, Google Cloud and Azure services for health data and models.',
  },
  {
    id: 'strategy',
    label: 'Product strategy',
    description: 'Requirements, roadmap, prioritization, build or buy, competitors.',
  },
  {
    id: 'business',
    label: 'Business case',
    description: 'Cost, return, pricing, payers and buyers.',
  },
  {
    id: 'adoption',
    label: 'Adoption and change',
    description: 'Rollout, champions, training, burnout, resistance.',
  },
  {
    id: 'team',
    label: 'Team and communication',
    description: 'Building a team, explaining, resolving conflict, learning, owning mistakes.',
  },
] as const satisfies readonly Term[];

/** Where a rule that the answer rests on applies. */
export const jurisdictions = [
  {
    id: 'us',
    label: 'United States',
    description: 'Federal and state rules of the United States.',
  },
  { id: 'eu', label: 'European Union', description: 'Rules of the European Union.' },
  { id: 'uk', label: 'United Kingdom', description: 'Rules of the United Kingdom.' },
  {
    id: 'international',
    label: 'International',
    description: 'Standards and guidance without a country, or an answer that holds anywhere.',
  },
] as const satisfies readonly Term[];

/** Identifier of a level. */
export type LevelId = (typeof levels)[number]['id'];
/** Identifier of a topic. */
export type TopicId = (typeof topics)[number]['id'];
/** Identifier of a jurisdiction. */
export type JurisdictionId = (typeof jurisdictions)[number]['id'];
