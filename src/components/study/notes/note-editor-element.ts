import { NoteEditorElement } from './note-editor.ts';

if (customElements.get('note-editor') === undefined) {
  customElements.define('note-editor', NoteEditorElement);
}
