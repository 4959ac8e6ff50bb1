import { dateText } from '../words/date-text.ts';
import { markdownAddress, markdownLine, markdownQuote } from '../words/escape-markdown.ts';
import type { SavedQuestions } from './saved-questions.ts';

/**
 * Writes notes as Markdown (CommonMark), in list order. All text is escaped, so notes appear as
 * they were typed.
 *
 * @param title the document's title
 * @param addressOf returns the full URL of a question's page
 */
export function writeNotesMarkdown(
  { known, others }: SavedQuestions,
  title: string,
  addressOf: (slug: string) => string,
): string {
  const sections = [
    ...known.map(({ question, note }) => ({
      heading: question.title,
      below: markdownAddress(addressOf(question.slug)),
      note,
    })),
    ...others.map(({ code, retired, note }) => ({
      heading: `Question ${code}`,
      below: markdownLine(
        retired === undefined
          ? 'The guide has no question with this code.'
          : `Removed on ${dateText(retired.on)}: ${retired.because}`,
      ),
      note,
    })),
  ];
  const written = sections.flatMap(({ heading, below, note }) =>
    note === undefined ? [] : [`## ${markdownLine(heading)}`, below, markdownQuote(note.text)],
  );
  return [`# ${markdownLine(title)}`, ...written].map((block) => `${block}\n`).join('\n');
}
