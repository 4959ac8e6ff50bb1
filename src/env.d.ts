declare namespace App {
  interface Locals {
    /** The question that the page shows, on question pages. */
    question?: import('./domain/guide/build-guide.ts').Question;
    /** The level that the page belongs to: its sidebar group is open. */
    level?: import('./guide.ts').LevelId;
  }
}
