import type { CompiledMessage } from '@lingui/message-utils/compileMessage'

const ARGUMENT =
  /\{(\w+)\}|\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g

const withNumber = (text: string) => text.split(/(#)/).filter(Boolean)

/**
 * Compiles what our messages have of ICU's format: `{name}`, and plurals with one and other. Lingui's own compiler does
 * the same to them (the catalog's test compares the two), and would be another 7 kB of the first load.
 */
export function compile(message: string): CompiledMessage {
  const parts: CompiledMessage = []
  let end = 0
  for (const match of message.matchAll(ARGUMENT)) {
    const [all, name, number, one = '', other = ''] = match
    if (match.index > end) {
      parts.push(message.slice(end, match.index))
    }
    parts.push(
      number
        ? [number, 'plural', { one: withNumber(one), other: withNumber(other) }]
        : [name ?? '']
    )
    end = match.index + all.length
  }
  if (end < message.length) {
    parts.push(message.slice(end))
  }
  return parts
}
