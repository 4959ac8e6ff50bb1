import { z } from 'astro/zod';
import { codeSchema, slugSchema } from './question.ts';

/** The groups on the labs page, in order. */
export const labThemes = {
  accuracy: 'Accuracy and evidence',
  use: 'Safety in use',
  data: 'Data and search',
  rules: 'Rules and privacy',
  money: 'Money and priorities',
} as const;

type Theme = keyof typeof labThemes;

const text = z.string().min(1);
const texts = z.record(z.string(), text);
/** The lowest value, the highest value, and the step. */
const range = z.tuple([z.number(), z.number(), z.number().positive()]);
const value = z.union([z.number(), z.string(), z.boolean()]);
const values = z.record(z.string(), value);

const named = {
  /** The name in forms and links. Never changes, because links are shared. */
  name: z.string().regex(/^[a-z][a-z0-9]*$/, 'lowercase letters and digits'),
  label: text,
  /** Shown in a list below the lab: where the value comes from, or what it means. */
  help: text.optional(),
  /** True if the control is under "More inputs" below the lab instead of next to the chart. */
  more: z.boolean().optional(),
};

/**
 * The controls of a lab, in order. Shared links contain names and values, so names never change.
 * Neither does `initial`, which is the value if a link has none.
 */
const controlSchema = z.discriminatedUnion('kind', [
  /** A number with a slider and a field, or with only a field. */
  z.strictObject({
    kind: z.literal('number'),
    ...named,
    range,
    initial: z.number(),
    /** Shown after the field, such as `%` or `patients`. */
    unit: text.optional(),
    /** True if the control has no slider, as for counts and amounts. */
    plain: z.boolean().optional(),
    /** True if the slider is logarithmic. The lowest value must be above 0. */
    log: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    ...named,
    /** Labels by value. */
    options: texts,
    initial: text,
    /** True if the options are long and should be in a menu. */
    menu: z.boolean().optional(),
  }),
  /** A switch, off at first. Forms don't submit switches that are off. */
  z.strictObject({ kind: z.literal('switch'), ...named, initial: z.literal(false) }),
  z.strictObject({ kind: z.literal('text'), ...named, initial: text, maxLength: z.int() }),
  /** A value set by buttons. If the value in a link doesn't match `pattern`, `initial` is used. */
  z.strictObject({
    kind: z.literal('hidden'),
    name: named.name,
    initial: z.string(),
    /** The value if the lab is opened without a link. The default is `initial`. */
    start: z.string().optional(),
    pattern: text,
  }),
]);

const asked = {
  /**
   * The question in a candidate's words, with everything that a guess needs. It ends with a
   * question mark.
   */
  question: z.string().min(20).endsWith('?'),
  /**
   * The reason for the answer. It completes the sentence "You guessed 60 of 100, but the answer is
   * 8 of 100: …".
   */
  because: text,
};

const guessSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slider'),
    ...asked,
    /** The slider's label, which says what to guess. */
    label: text,
    range,
    log: z.boolean().optional(),
    /**
     * How to write the guess, such as `{n} of 100`, or `{n|alert}` for "1 alert" or "2 alerts." Use
     * `dollars` for an amount.
     */
    writes: text,
    truth: z.number(),
    /** The largest error that still counts as right. */
    near: z.number(),
    /** The measure that is on the same scale as the guess. */
    measure: text,
  }),
  z.strictObject({ kind: z.literal('choice'), ...asked, options: texts, truth: text }),
]);

/** A number, or `start` for the value when the goal begins. */
const target = z.union([z.number(), z.literal('start')]);

/**
 * What a goal requires of one of the lab's measures. If the condition has no target, the measure
 * must be true.
 */
const conditionSchema = z.strictObject({
  measure: text,
  label: text,
  atLeast: target.optional(),
  above: target.optional(),
  atMost: target.optional(),
  below: target.optional(),
  equals: target.optional(),
  decimals: z.int().optional(),
  dollars: z.boolean().optional(),
  /** The text to show instead of the number if the number would give the solution away. */
  toReach: text.optional(),
});

const goalSchema = z.strictObject({
  task: text,
  /** Values when the goal begins, if they differ from those in a newly opened lab. */
  start: values.default({}),
  /** Names of the controls that the reader may change. By default, all of them. */
  change: z.array(text).optional(),
  conditions: z.array(conditionSchema).min(1).max(3),
  /** Values that solve the goal. All other controls keep their starting values. */
  solution: values,
  /** The conclusion once the goal is met, in one or two sentences. */
  done: text,
});

/**
 * The pattern allows only letters, digits, spaces, periods, commas, and hyphens, so a path can't
 * contain markup.
 */
const path = z.string().regex(/^[A-Za-z0-9 .,-]+$/, 'the d of an SVG path');

/**
 * A drawing in a 320 × 100 box whose top is at y = 50. It consists either of paths, each named by
 * its class, or of rows of squares.
 */
const pictureSchema = z.union([
  z.strictObject({
    off: path.optional(),
    on: path.optional(),
    dim: path.optional(),
    line: path.optional(),
    bar: path.optional(),
    mark: path.optional(),
  }),
  /** The numbers of columns, rows, and filled squares. */
  z.strictObject({ squares: z.tuple([z.int(), z.int(), z.int()]) }),
]);

const labFields = {
  title: z.string().min(4).max(40),
  /** Other search terms that should find the lab. */
  aliases: z.array(text),
  theme: z.enum(Object.keys(labThemes) as [Theme, ...Theme[]]),
  /**
   * The folder in src/components/labs with the lab's code, if it isn't named after the lab's id.
   */
  element: slugSchema.optional(),
  /** The surprising result, shown on the lab's card. */
  surprise: z.string().min(10).max(70),
  /** The drawing on the lab's card and next to the guess. */
  picture: pictureSchema,
  guess: guessSchema,
  controls: z.array(controlSchema).min(1),
  /** Lays out controls as a table. `cells` has the names of the controls, row by row. */
  grid: z
    .strictObject({ rows: z.array(text), columns: z.array(text), cells: z.array(z.array(text)) })
    .optional(),
  goals: z.tuple([goalSchema, goalSchema]),
  /** What many people believe, in their words. The interviewer says it at the end. */
  misconception: text,
  /** What to say in the interview, in two sentences of at most twenty words each. */
  say: text,
  /** Texts, keyed by the names used in the lab's code, with names in braces to fill in. */
  texts,
  /**
   * The numbers behind the chart, with names in braces to fill in. The first cell in each row is
   * the row's header.
   */
  table: z
    .strictObject({ caption: text, columns: z.array(text), rows: z.array(z.array(text)) })
    .optional(),
  /** Codes of the questions whose pages show the lab. */
  questions: z.array(codeSchema),
  /** Ids of the sources for the formula, rule, or data. */
  sources: z.array(slugSchema),
};

const count = z.int().min(0);
const positive = z.number().positive();
const answer = z.enum(['yes', 'no', 'argue']);
const identifierKind = z.string().regex(/^[A-R]$/, 'a letter from A to R');
const patterns = z.record(z.string(), z.array(text));

/** Additional facts for labs, by lab id: constants, cases, and invented data. */
const factsSchemas = {
  agreement: z.strictObject({
    /** The number of cases rated yes by both raters, only by A, only by B, and by neither. */
    published: z.array(
      z.strictObject({ name: text, counts: z.tuple([count, count, count, count]) }),
    ),
  }),
  'alert-burden': z.strictObject({ well: positive, ill: positive, deviation: positive }),
  'cds-criteria': z.strictObject({
    criteria: z.record(z.string(), z.strictObject({ label: text })),
    answers: z.record(z.string(), z.strictObject({ sign: text, words: text, next: text })),
    outcomes: z.record(z.string(), z.strictObject({ short: text, meaning: text })),
    cases: z.record(
      z.string(),
      z.strictObject({
        by: z.enum(['FDA’s examples', 'Our reading']),
        reading: z.strictObject({
          image: answer,
          information: answer,
          recommendation: z.enum(['yes', 'one', 'lay', 'argue']),
          basis: answer,
        }),
        /** True if only one recommendation is clinically appropriate. */
        isOnlyOne: z.boolean().optional(),
        why: z.tuple([text, text, text, text]),
      }),
    ),
  }),
  deidentify: z.strictObject({
    /**
     * The parts of the note in order: plain text that isn't judged, and spans that the reader can
     * remove.
     */
    note: z.array(
      z.union([
        text,
        z.strictObject({ text, kind: identifierKind.optional(), why: text, letter: text }),
      ]),
    ),
    /**
     * The eighteen kinds of identifiers in the rule, (A) to (R). They also cover relatives,
     * employers, and household members.
     */
    kinds: texts,
    zip: z.strictObject({ code: text, peopleInArea: count }),
    /** Locations, smallest first. `letter` identifies the span that gives the location away. */
    places: z.array(z.strictObject({ letter: z.string(), name: text, people: count })),
    /**
     * Details that narrow down who the patient is. Each applies to one in `oneIn` people. The
     * numbers are made up.
     */
    details: z.array(
      z.strictObject({ letter: text, name: text, oneIn: count, needs: text.optional() }),
    ),
    /** Letters of the spans to keep in the second goal. */
    keeps: text,
  }),
  'documentation-case': z.strictObject({
    /**
     * The uncertain inputs, for the tornado chart and the sentence about the one that matters most.
     */
    inputs: z.record(z.string(), z.strictObject({ label: text, words: text })),
  }),
  drift: z.strictObject({ draws: count, little: positive, large: positive }),
  'fhir-request': z.strictObject({
    requests: z.array(z.strictObject({ name: text, request: text })),
    patients: z.array(z.strictObject({ id: text, born: text })),
    codes: z.record(
      z.string(),
      z.strictObject({
        code: text.optional(),
        system: text.optional(),
        display: text.optional(),
        text: text.optional(),
      }),
    ),
    results: z.array(
      z.strictObject({
        id: text,
        code: text,
        on: text,
        value: z.number(),
        unit: text.optional(),
        status: text.default('final'),
        of: text.default('123'),
      }),
    ),
    orders: z.array(
      z.strictObject({
        id: text,
        code: text,
        on: text,
        status: text.default('active'),
        intent: text.default('order'),
      }),
    ),
    /**
     * Remarks on a request or its response. A remark is shown if the request matches its pattern.
     */
    remarks: z.array(z.strictObject({ pattern: text, remark: text })),
    ignored: text,
  }),
  guardrails: z.strictObject({
    needs: texts,
    ends: texts,
    /** Case-insensitive regular expressions by control option. */
    inputRules: patterns,
    outputRules: patterns,
    /** Invented messages. `alarm` is from 0 to 1. */
    messages: z.array(
      z.strictObject({
        need: z.enum(['emergency', 'answer', 'no-answer']),
        alarm: z.number(),
        text,
        draft: text,
      }),
    ),
  }),
  'predictive-value': z.strictObject({ patients: count }),
  prioritization: z.strictObject({
    /**
     * The features. `safety` is how much a feature does for patient safety, from 0 to 10, and is
     * one of the criteria in weighted scoring.
     */
    features: z.array(
      z.strictObject({
        letter: text,
        /** A short name for the chart. */
        short: z.string().max(16),
        name: text,
        safety: z.number(),
        /**
         * True if the feature fixes something harmful. If safety is a gate, such a feature isn't
         * scored.
         */
        isSafetyFix: z.boolean().optional(),
      }),
    ),
    impacts: z.array(z.number()),
    /** In percent. */
    confidences: z.array(z.number()),
  }),
  ranking: z.strictObject({
    /** Passages in the order of their letters in the control `order`, starting with `a`. */
    passages: z.array(text),
    /**
     * Ranks of the first correct passage for the other queries in the test set. 0 means that none
     * was found.
     */
    otherQueries: z.array(count),
  }),
  retrieval: z.strictObject({
    question: text,
    documents: z.array(
      z.strictObject({
        name: text,
        isOutdated: z.boolean().optional(),
        sentences: z.array(
          z.strictObject({
            text,
            /** Set if the answer needs to cite the sentence or must not cite it. */
            role: z.enum(['rule', 'exception', 'outdated']).optional(),
            /** How well the sentence answers the question, according to an expert, from 0 to 3. */
            grade: z.int().min(0).max(3).default(0),
          }),
        ),
      }),
    ),
  }),
  'samd-category': z.strictObject({
    states: texts,
    uses: z.record(z.string(), z.strictObject({ name: text, meaning: text })),
    products: z.record(
      z.string(),
      z.strictObject({
        situation: z.enum(['critical', 'serious', 'non-serious']),
        significance: z.enum(['treat', 'drive', 'inform']),
        /**
         * True if N12 itself gives the product as an example (section 7.4). Otherwise, the reading
         * is the guide's.
         */
        isInN12: z.boolean(),
        why: text,
        /** The argument for a different cell. */
        but: text,
      }),
    ),
  }),
  threshold: z.strictObject({ patients: count, healthy: positive, deviation: positive }),
} as const;

export type FactsOf<Id extends string> = Id extends keyof typeof factsSchemas
  ? z.infer<(typeof factsSchemas)[Id]>
  : undefined;

const plainLabSchema = z.strictObject(labFields);

/**
 * Returns the schema for a lab (`src/content/labs/<id>.yaml`). The schema is strict: unknown keys
 * are errors.
 */
export function labSchema(id: string): z.ZodType<LabData> {
  const facts = (factsSchemas as Readonly<Record<string, z.ZodType>>)[id];
  return facts === undefined ? plainLabSchema : z.strictObject({ ...labFields, facts });
}

export interface LabData extends z.infer<typeof plainLabSchema> {
  readonly facts?: unknown;
}
export type ControlData = z.infer<typeof controlSchema>;
export type GoalData = z.infer<typeof goalSchema>;
export type ConditionData = z.infer<typeof conditionSchema>;
