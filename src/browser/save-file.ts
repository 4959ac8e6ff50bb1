export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers start reading the file in the next task, but Safari takes longer.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
