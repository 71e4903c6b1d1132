/** What was typed behind a slash, and where in the text the slash stands. */
export interface SlashWord {
  start: number
  query: string
}

/** The word at the caret, where it begins with a slash: at the start of the text or after a space, as no date or URL. */
export function findSlashWord(text: string, caret: number): SlashWord | null {
  const [, query] = /(?:^|\s)\/([^\s/]*)$/.exec(text.slice(0, caret)) ?? []
  return query === undefined ? null : { start: caret - query.length - 1, query }
}
