import type { CdsAnswers } from '../../../domain/labs/cds-criteria.ts';

export interface CdsCase {
  readonly name: string;
  readonly by: 'FDA’s examples' | 'Our reading';
  readonly reading: CdsAnswers;
  /** Whether only one recommendation is clinically appropriate. */
  readonly isOnlyOne?: boolean;
  /** Why, for each criterion in turn. */
  readonly why: readonly [string, string, string, string];
}

/** Products by their index in links; FDA's from its town hall of March 11, 2026. */
export const cases: Readonly<Record<string, CdsCase>> = {
  sepsis: {
    name: 'Watches hourly vital signs and sounds a sepsis alarm for the nurse',
    by: 'FDA’s examples',
    reading: { image: 'no', information: 'no', recommendation: 'one', basis: 'no' },
    why: [
      'Hourly measurements are a pattern. Single vital signs at a visit generally are not.',
      'FDA says that alerts based on hourly SpO2 and heart rate fail this criterion. A sepsis alarm based on charted findings fails only criteria 3 and 4.',
      'An alarm is one specific output, not a list of options.',
      'The decision is urgent, with no time to consider the basis. Having a nurse read the alarm doesn’t change that.',
    ],
  },
  interactions: {
    name: 'Checks drug interactions, lists options, and shows its sources',
    by: 'Our reading',
    reading: { image: 'yes', information: 'yes', recommendation: 'yes', basis: 'yes' },
    why: [
      'It reads a list of medications.',
      'Medications and drug labeling are medical information.',
      'The prescriber gets options.',
      'The source is shown, and there’s time before signing. Without that time, it would fail.',
    ],
  },
  headct: {
    name: 'Triages head CTs for suspected bleeding',
    by: 'FDA’s examples',
    reading: { image: 'no', information: 'argue', recommendation: 'one', basis: 'no' },
    why: [
      'It analyzes a medical image. That alone decides it. Triage of this kind is class II (21 CFR 892.2080).',
      'FDA’s examples with images or signals often fail here too, but criterion 1 has already decided it.',
      'We would say that a flag is one specific output.',
      'It’s urgent, with no time to review the basis.',
    ],
  },
  guidelines: {
    name: 'Finds guideline passages for a clinician’s question, cited and dated',
    by: 'Our reading',
    reading: { image: 'yes', information: 'yes', recommendation: 'yes', basis: 'yes' },
    why: [
      'It reads text.',
      'Clinical practice guidelines are medical information.',
      'It offers what guidelines say, for a professional to weigh.',
      'The passages are there to read. According to FDA, a language model may meet this criterion if the basis can be reviewed.',
    ],
  },
  symptoms: {
    name: 'Tells patients what their symptoms may mean',
    by: 'FDA’s examples',
    reading: { image: 'yes', information: 'yes', recommendation: 'lay', basis: 'no' },
    why: [
      'It reads the patient’s answers.',
      'Symptoms are medical information.',
      'Its user is a patient. According to FDA staff, decision support for patients fails here.',
      'We’d say no: the statute calls for a health professional to review the basis, and none is involved.',
    ],
  },
  score: {
    name: 'Shows clinicians a patient’s long-term heart risk: one number, with inputs and sources',
    by: 'FDA’s examples',
    reading: { image: 'yes', information: 'yes', recommendation: 'one', basis: 'yes' },
    isOnlyOne: true,
    why: [
      'Single values, such as a blood pressure, aren’t a pattern.',
      'Findings and test results are medical information.',
      'One number is one specific output. Since January 2026, FDA doesn’t enforce this if only one recommendation is clinically appropriate.',
      'The basis is shown, and there are years to review it.',
    ],
  },
  day: {
    name: 'Predicts heart events in the next 24 hours: one number, with no basis shown',
    by: 'FDA’s examples',
    reading: { image: 'yes', information: 'yes', recommendation: 'one', basis: 'no' },
    isOnlyOne: true,
    why: [
      'Single values aren’t a pattern.',
      'Findings and test results are medical information.',
      'One number is one specific output.',
      'FDA’s example, a 24-hour score, fails here for lack of time; without a basis to review, any score would fail. So FDA’s discretion doesn’t apply.',
    ],
  },
  summary: {
    name: 'Summarizes a patient’s notes for the clinician, each line linked to its note',
    by: 'Our reading',
    reading: { image: 'yes', information: 'yes', recommendation: 'argue', basis: 'yes' },
    why: [
      'It reads text.',
      'Notes are medical information.',
      'It doesn’t recommend anything, but what it leaves out steers the reader. If it adds a diagnosis, as in FDA’s example of a drafted radiology impression, it gives one specific output.',
      'Every line links to its note.',
    ],
  },
};
