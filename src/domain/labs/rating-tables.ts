/** Published tables of ratings, by case and category, for Fleiss' kappa. */

/**
 * Diagnoses of 30 psychiatric patients, six for each by psychiatrists who differed from patient
 * to patient (Fleiss 1971, table 1, as in the package irr for R). Categories: depression,
 * personality disorder, schizophrenia, neurosis, other. Kappa 0.430.
 */
export const psychiatricDiagnoses = read(
  '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006',
);

/**
 * The most common example: ten cases, fourteen raters, five categories; in the tests of
 * statsmodels and R's packages as well. Kappa 0.210.
 */
export const fourteenRaters = read('0000e 02642 00356 03920 22811 77000 32630 25322 65210 02237');

/** A digit (in base 15) for each category, a word for each case. */
function read(text: string): readonly (readonly number[])[] {
  return text.split(' ').map((word) => [...word].map((digit) => Number.parseInt(digit, 15)));
}
