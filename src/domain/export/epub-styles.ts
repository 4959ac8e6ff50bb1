/** Colors of figures by what a shape stands for: those of the pages in light, as many readers know no variables. */
const tones = {
  data: '#0b5f93',
  model: '#5646b4',
  human: '#9c2f67',
  risk: '#9a4a05',
  good: '#0c6a50',
};

const toneStyles = Object.entries(tones).map(
  ([tone, color]) => `svg .box.${tone} rect { stroke: ${color}; }
svg .amount.${tone}, svg .dot.${tone} circle { fill: ${color}; }
`,
);

/** The book's styles: readers bring their own fonts and colors. */
export const epubStyles = `h1 { font-size: 1.4em; line-height: 1.25; }
h2 { font-size: 1.15em; margin-top: 1.5em; }
h3 { font-size: 1.05em; }
table { border-collapse: collapse; font-size: 0.85em; }
th, td { border: 1px solid #888; padding: 0.2em 0.4em; text-align: left; vertical-align: top; }
dt { font-weight: bold; margin-top: 0.6em; }
dd { margin-left: 1em; }
.small, .address, figcaption { font-size: 0.85em; }
code { font-family: monospace; }
svg { max-width: 100%; fill: none; }
svg text { font-family: sans-serif; font-size: 13px; fill: #222; }
svg .name { font-weight: bold; }
svg .label { font-size: 12px; font-style: italic; }
svg .box text, svg .dot text { text-anchor: middle; }
svg .box rect { fill: #f4f6f7; stroke: #567; }
svg .arrow, svg .frame, svg .axis { stroke: #567; }
svg .frame { stroke-dasharray: 2 4; }
svg .head, svg .dot circle { fill: #567; }
svg .dot text { fill: #fff; font-weight: bold; }
svg .amount { fill: #7d8b91; }
svg .curve { stroke: #5646b4; stroke-width: 2; }
svg .curve.before { stroke: #567; stroke-dasharray: 4 3; }
svg .found { fill: #0c6a50; }
svg .cross { stroke: #9a4a05; stroke-width: 2.5; }
svg .false { stroke: #9a4a05; }
svg .missed { stroke: #222; stroke-dasharray: 3 3; }
${toneStyles.join('')}svg .box.faint rect, svg .amount.faint { fill: none; stroke: #567; stroke-dasharray: 3 3; }
`;
