/**
 * Rules for plain American English. `pattern` matches a mistake, and `instead` says what to write.
 */

interface VoiceRule {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** @param alternation whole words or phrases, separated by `|` */
function any(alternation: string, flags = 'gi'): RegExp {
  return new RegExp(`\\b(?:${alternation})\\b`, flags);
}

/** Phrases that are grammatical but that an American editor would change. */
const phrases: readonly VoiceRule[] = [
  { pattern: any('who(?:m|se)?ever'), instead: '“anyone who”, or the person or the code by name' },
  {
    pattern: any(
      '(?<!acronym |letters )st(?:and|ands|ood|anding) (?:in|for|on|at|by|as|under|below|above|beside|behind|before|after|between|next|first|last|there|here|alone|together)',
    ),
    instead: '“is”, “appears”, “means”, “replaces”',
  },
  { pattern: any('stand-ins?'), instead: '“fallback”, “placeholder”' },
  {
    pattern: any('(?:is|are|was|were|be|been|being) told'),
    instead: '“is shown”, “learns”, “we tell”',
  },
  { pattern: any('let(?:s|ting)? go'), instead: '“discard”, “delete”, “close”, “release”' },
  { pattern: any('ways? back'), instead: '“undo”, “rollback”, “restore”' },
  { pattern: any('under way'), instead: '“unfinished”, “in progress”' },
  { pattern: any('(?:go|goes|gone|went) for good'), instead: '“can’t be restored”' },
  { pattern: any('put(?:s|ting)? together'), instead: '“build”' },
  { pattern: any('mend(?:s|ed|ing)?'), instead: '“fix”' },
  {
    pattern:
      /(?<!\b(?:there|where|here) )\b(?:is|are|was|were) no (?!longer|more|one\b|matter what|better|worse|earlier|later|less|fewer|need\b|such\b)[a-z]/gi,
    instead: '“isn’t a …”',
  },
  { pattern: any('l(?:ead|eads|ed|eading) on'), instead: '“opens”, “continues”, “redirects”' },
  {
    pattern: /(?:^|[.;:,“"] )(?:had|should|were) (?:the|it|an?|they|we|you|s?he|any)\b(?!.*\?)/gi,
    instead: '“if …”',
  },
  { pattern: any('(?:by|dr(?:aw|aws|ew|awn|awing)) lots?'), instead: '“at random”' },
  { pattern: any('afresh|anew'), instead: '“again”, “from scratch”' },
  { pattern: any('non-profits?'), instead: '“nonprofit”' },
  { pattern: any('(?:in|of) autumn'), instead: '“fall”' },
  { pattern: any('can not'), instead: '“can’t”, “cannot”' },
  { pattern: any('[Ss]omebody|[Aa]nybody', 'g'), instead: '“someone”, “anyone”' },
  { pattern: /\bany more(?=[.,;:!?)’'”"]|$)/gi, instead: '“anymore”' },
  { pattern: /[a-z] +…/gi, instead: 'no space before “…”' },
  { pattern: /(?<!\*\* )\b\d+ %(?=[\s.,;:)]|$)/g, instead: 'no space before “%”' },
];

/**
 * British spellings with their American replacements. The patterns match whole lowercase words.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [
    /^((?:re|un|de)?(?:organ|real|recogn|general|normal|optim|minim|maxim|summar|categor|prior|random|standard|custom|author|emphas|apolog|critic|final|initial|local|memor|modern|penal|special|stabil|symbol|synchron|util|visual|anonym|pseudonym|character|digit|harmon|token|serial|capital|formal|hospital|immun|mobil|neutral|personal|rational|scrutin|steril|crystal|tabular|vector|parametr))is(e|ed|es|ers?|ing|able|ations?)$/,
    '$1iz$2',
  ],
  [/^(anal|paral|catal)ys(e|ed|ing|ers?)$/, '$1yz$2'],
  [
    /^(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|sav|tum|vap|vig|endeav)our(s|ed|ing|al|able|ite|ites|hood|ful|less)?$/,
    '$1or$2',
  ],
  [/^(cent|fib|lit|(?:kilo|centi|milli)?met|millilit|theat|calib)re(s)?$/, '$1er$2'],
  [/^(cent)red$/, '$1ered'],
  [/^(catal|anal)ogue(s|d)?$/, '$1og$2'],
  [/^(defen|offen|preten|licen)ce(s|d)?$/, '$1se$2'],
  [/^practis(e|ed|es|ing)$/, 'practic$1'],
  [
    /^((?:re|mis|un)?(?:travel|cancel|label|model|signal|fuel|counsel|total|level|channel|equal|dial))l(ed|ing|ers?|ors?)$/,
    '$1$2',
  ],
  [/^(enrol|fulfil|instal)(s|ments?)?$/, '$1l$2'],
  [/^(toward|afterward|upward|downward|onward)s$/, '$1'],
  [/^(wh?il|among)st$/, '$1…: “while”, “among”'],
  [/^(judg|acknowledg)ement(s?)$/, '$1ment$2'],
  [/^programme(s?)$/, 'program$1'],
  [/^commonest$/, 'most common'],
  [/^grey(s|ed|er|ish)?$/, 'gray$1'],
  [/^sceptic(al|ally|ism|s)?$/, 'skeptic$1'],
  [/^(ag)eing$/, '$1ing'],
  [/^(burn|dream|lean|learn|spel)t$/, '$1ed'],
  [/^artefact(s?)$/, 'artifact$1'],
  [/^(an|leuk|isch|bacter|ur|hypogly?c|hyperglyc)aem(ia|ic)$/, '$1em$2'],
  [/^haem([a-z]+)$/, 'hem$1'],
  [/^(p)aed(iatric[a-z]*)$/, '$1ed$2'],
  [/^(f)oet(us|al|uses)$/, '$1et$2'],
  [/^(?:o(esophag[a-z]+|edema))$/, '$1'],
  [/^(an)aesth([a-z]+)$/, '$1esth$2'],
  [/^(orthop)aed([a-z]+)$/, '$1ed$2'],
  [/^(diarrh|dyspn|apn)oe?a$/, '$1ea'],
  [/^(gyn)aec([a-z]+)$/, '$1ec$2'],
];

const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';

/** Date formats that are wrong everywhere, even in tables and data. */
const dates: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}(?: \\d{4}|(?=[,.;:)]|$))`, 'g'),
  new RegExp(`\\b${month} \\d{1,2}(?:st|nd|rd|th)\\b`, 'g'),
  new RegExp(`\\b${month} \\d{1,2} (?:19|20)\\d\\d\\b`, 'g'),
  /\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b/g,
];

/** Applied only to content, because code uses straight quotation marks. */
const quotationMarks: readonly VoiceRule[] = [
  { pattern: /["']/g, instead: '“ ” or ’' },
  { pattern: /”[.,]/g, instead: 'the period or comma inside the quotation marks' },
];

const shortDates =
  /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}, (?:19|20)\d\d\b|(?<![\w/-])(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d(?![\w-])/g;

export interface VoiceFinding {
  readonly kind: 'british-spelling' | 'date-format' | 'quotation-mark' | 'unplain-wording';
  /** The phrase's start in the line, counted from 0. */
  readonly index: number;
  readonly phrase: string;
  readonly instead: string;
}

/** All phrases in a single pattern, so that lines without a match are checked quickly. */
const anyPhrase = new RegExp(phrases.map(({ pattern }) => pattern.source).join('|'), 'i');

const longDate = '“November 24, 2026”';
const dateRules = dates.map((pattern): VoiceRule => ({ pattern, instead: longDate }));

/** Finds what an editor would change in a line of prose or code. */
export function voiceFindings(line: string): VoiceFinding[] {
  return [
    ...(anyPhrase.test(line) ? phrases : []).flatMap((rule) =>
      matches('unplain-wording', line, rule),
    ),
    ...britishWords(line),
    ...(/\d/.test(line) ? dateRules : []).flatMap((rule) => matches('date-format', line, rule)),
  ];
}

/** Finds dates in formats that belong in tables, data, and attributes but not in prose. */
export function shortDateFindings(line: string): VoiceFinding[] {
  return matches('date-format', line, { pattern: shortDates, instead: longDate });
}

/** Finds straight quotes, as well as periods and commas after a closing curly one. */
export function quotationMarkFindings(line: string): VoiceFinding[] {
  return quotationMarks.flatMap((rule) => matches('quotation-mark', line, rule));
}

function matches(
  kind: VoiceFinding['kind'],
  line: string,
  { pattern, instead }: VoiceRule,
): VoiceFinding[] {
  return [...line.matchAll(pattern)].map(({ 0: phrase, index }) => {
    const indent = phrase.length - phrase.trimStart().length;
    return { kind, index: index + indent, phrase: phrase.trim(), instead };
  });
}

function britishWords(line: string): VoiceFinding[] {
  return [...line.matchAll(/[a-z]{4,}/gi)].flatMap(({ 0: phrase, index }) => {
    const instead = american(phrase.toLowerCase());
    if (instead === undefined) return [];
    return [{ kind: 'british-spelling', index, phrase, instead: `“${instead}”` }];
  });
}

const verdicts = new Map<string, string | undefined>();

/** Returns the American spelling if the lowercase word is British, or undefined if it isn't. */
function american(word: string): string | undefined {
  if (!verdicts.has(word)) {
    const rule = spellings.find(([pattern]) => pattern.test(word));
    verdicts.set(word, rule && word.replace(...rule));
  }
  return verdicts.get(word);
}
