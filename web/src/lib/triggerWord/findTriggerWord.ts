/** What calls a list up: canned replies behind a slash, colleagues behind an at sign. */
export type Trigger = '/' | '@'

/** What was typed behind a trigger, and where in the text the trigger stands. */
export interface TriggerWord {
  start: number
  query: string
}

const WORDS: Record<Trigger, RegExp> = {
  '/': /(?:^|\s)\/([^\s/]*)$/,
  '@': /(?:^|\s)@([^\s@]*)$/,
}

/** The word at the caret, where it begins with the trigger: at the start of the text or after a space, as no date or URL. */
export function findTriggerWord(
  text: string,
  caret: number,
  trigger: Trigger
): TriggerWord | null {
  const [, query] = WORDS[trigger].exec(text.slice(0, caret)) ?? []
  return query === undefined ? null : { start: caret - query.length - 1, query }
}
