export function countSteps(html: string, noun: string): string {
  const count = html.split('<li>').length - 1;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
