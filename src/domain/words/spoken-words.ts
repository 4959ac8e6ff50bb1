/** Acronyms that people say as words rather than letter by letter. */
const saidAsWords = new Set(
  `AUROC BERT CHAI DICOM FAIR FHIR GINA HEDIS HIPAA HOSPITAL LIME LOINC LORA NICE NIST PACS RAG RICE SAMD SHAP
   SMART SNOMED SOAP SPIRIT STAR STARD TEFCA TREWS TRIPOD`.split(/\s+/),
);

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/**
 * Returns the words of the text as spoken: numbers as words ("1,614" is five), initialisms letter
 * by letter ("EHR" is three), and "%" as "percent".
 */
export function spokenWords(text: string): string[] {
  return text
    .split(/[\s/—–]+/)
    .flatMap(spokenToken)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

export function numeralsIn(text: string): number {
  return text.match(/(?<![\p{L}\p{N}])\p{Sc}?\d[\d,.]*/gu)?.length ?? 0;
}

function spokenToken(token: string): string[] {
  const money = /^\p{Ps}*\p{Sc}(?=\d)/u.test(token) ? ['dollars'] : [];
  const parts = token.match(/\d[\d,]*(?:\.\d+)?|%|[\p{L}\p{M}’'&-]+/gu) ?? [];
  return [...parts.flatMap(spokenPart), ...money];
}

function spokenPart(part: string): string[] {
  if (part === '%') return ['percent'];
  if (/^\d/.test(part)) return numberWords(part);
  return part.split('-').every((word) => !isInitialism(word))
    ? [part]
    : part.split('-').flatMap(letters);
}

function letters(word: string): string[] {
  return isInitialism(word) ? [...word.replace(/[^A-Z]/g, '')] : [word];
}

function isInitialism(word: string): boolean {
  const bare = word.replace(/[’']?s$/, '');
  return /^[A-Z][A-Z&]+$/.test(bare) && !saidAsWords.has(bare);
}

/** Years are read in pairs, and decimals digit by digit. */
function numberWords(digits: string): string[] {
  const [whole = '', fraction] = digits.replace(/,+$/, '').split('.');
  const value = Number(whole.replaceAll(',', ''));
  const spoken =
    /^(1[1-9]|20)\d\d$/.test(whole) && value % 1000 !== 0 ? yearWords(value) : cardinal(value);
  return fraction === undefined
    ? spoken
    : [...spoken, 'point', ...[...fraction].map((digit) => ones[Number(digit)] ?? digit)];
}

function yearWords(year: number): string[] {
  const [century, rest] = [Math.floor(year / 100), year % 100];
  if (rest === 0) return [...cardinal(century), 'hundred'];
  return [...cardinal(century), ...(rest < 10 ? ['oh'] : []), ...cardinal(rest)];
}

function cardinal(value: number): string[] {
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (value >= size) {
      const rest = value % size;
      return [...cardinal(Math.floor(value / size)), name, ...(rest === 0 ? [] : cardinal(rest))];
    }
  }
  if (value < 20) return [ones[value] ?? String(value)];
  const ten = tens[Math.floor(value / 10)] ?? '';
  return [value % 10 === 0 ? ten : `${ten}-${ones[value % 10]}`];
}
