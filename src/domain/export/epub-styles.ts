/** The book's styles: e-readers set fonts and colors, and drawings have their own. */
export const epubStyles = `h1 { font-size: 1.4em; line-height: 1.25; }
h2 { font-size: 1.15em; margin-top: 1.5em; }
h3 { font-size: 1.05em; }
h1, h2, h3, h4, caption, dt { break-after: avoid; page-break-after: avoid; }
thead { break-after: avoid; page-break-after: avoid; }
tr, figure, pre { break-inside: avoid; page-break-inside: avoid; }
table { border-collapse: collapse; font-size: 0.85em; }
th, td { border: 1px solid; padding: 0.2em 0.4em; text-align: left; vertical-align: top; }
dt { font-weight: bold; margin-top: 0.6em; }
dd { margin-left: 1em; }
figure { margin: 1em 0; }
#landmarks { display: none; }
nav ol { list-style: none; padding-left: 0; }
nav ol ol { padding-left: 1.2em; }
.small, .address, figcaption { font-size: 0.85em; }
.address { overflow-wrap: anywhere; }
code { font-family: monospace; }
pre { white-space: pre-wrap; font-size: 0.85em; }
svg { max-width: 100%; }
`;
