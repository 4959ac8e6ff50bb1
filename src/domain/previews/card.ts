import { type LevelId, levels, settings } from '../../guide-settings.ts';
import { counted } from '../../lib/text.ts';
import type { Group, Guide, LearningPath, Question } from '../guide/build-guide.ts';
import { labelOf } from '../guide/label-of.ts';
import { minutesText } from '../guide/minutes.ts';
import type { LabSummary, Subject } from '../guide/subject.ts';

export interface Card {
  /** File name without extension. It doesn't depend on the title. */
  readonly name: string;
  /** The level whose color the card uses. Other cards use the guide's color. */
  readonly level?: LevelId;
  /** The kind of page or, for a question, its level. */
  readonly kind: string;
  /** The page's position or size, such as "Question 3" or "12 questions". */
  readonly place?: string;
  readonly title: string;
  readonly text?: string;
  readonly time?: string;
}

/** The styles, fonts, and sign that cards are drawn with. Cards don't use system fonts. */
export interface CardLook {
  /** Stylesheets in order: the site's tokens, the colors of levels, and the card's own styles. */
  readonly styles: readonly string[];
  readonly fonts: readonly Uint8Array[];
  readonly sign: Uint8Array;
}

export const cardSize = { width: 1200, height: 630 } as const;

export function previewPath({ name }: Card): string {
  return `previews/${name}.png`;
}

export function* allCards(guide: Guide, labs: readonly LabSummary[]): Generator<Card> {
  yield guideCard;
  for (const level of guide.levels) yield levelCard(level);
  for (const path of guide.learningPaths) yield pathCard(path);
  for (const lab of labs) yield labCard(lab);
  for (const question of guide.questions) yield questionCard(question);
}

export function cardOf(subject: Subject | undefined): Card {
  switch (subject?.kind) {
    case 'question':
      return questionCard(subject.question);
    case 'level':
      return levelCard(subject.level);
    case 'path':
      return pathCard(subject.path);
    case 'lab':
      return labCard(subject.lab);
    default:
      return guideCard;
  }
}

export function cardWords({ kind, place, title }: Card): string {
  return `${[kind, place].filter(Boolean).join(', ')}: ${title}`;
}

const guideCard: Card = {
  name: 'guide',
  kind: 'Interview guide',
  title: settings.title,
  text: settings.description,
};

function questionCard({ code, level, number, title, minutes }: Question): Card {
  return {
    name: `q-${code}`,
    level,
    kind: labelOf(levels, level),
    place: `Question ${number}`,
    title,
    time: `${minutesText(minutes)} out loud`,
  };
}

function levelCard({ id, label, description, questions }: Group<LevelId>): Card {
  return {
    name: `level-${id}`,
    level: id,
    kind: `Level ${levels.findIndex((level) => level.id === id) + 1} of ${levels.length}`,
    place: counted(questions.length, 'question'),
    title: label,
    text: description,
  };
}

function pathCard({ id, title, purpose, minutes, questions }: LearningPath): Card {
  return {
    name: `path-${id}`,
    kind: 'Learning path',
    place: counted(questions.length, 'question'),
    title,
    text: purpose,
    time: counted(minutes, 'minute'),
  };
}

function labCard({ id, title, guess }: LabSummary): Card {
  return { name: `lab-${id}`, kind: 'Lab', title, text: guess.question };
}
