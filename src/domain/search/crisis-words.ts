/**
 * Words that suggest that the reader, or someone close to them, may be in danger. False matches do
 * little harm: they only add a line above the results and put one question first.
 */
const words =
  /\b(?:suicid\w*|self[ -]?harm\w*|(?:kill|hurt|harm|cut)(?:ing|s)? (?:my|your|him|her|them)sel(?:f|ves)|end(?:ing|s)? (?:my|his|her|their) (?:own )?li(?:fe|ves)|(?:want|wants|wanted|going) to die|overdos\w*)\b|(?<![\d,.])988(?![\d,.]*\d)/i;

export function isCrisis(query: string): boolean {
  return words.test(query.replace(/[’']/g, ''));
}
