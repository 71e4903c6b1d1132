interface Reply {
  shortcut: string
  text: string
}

/** The better the match, the lower; null for none. */
function rank({ shortcut, text }: Reply, query: string): number | null {
  if (shortcut.startsWith(query)) {
    return 0
  }
  if (shortcut.includes(query)) {
    return 1
  }
  return text.toLowerCase().includes(query) ? 2 : null
}

/** Those that a query finds: by the start of the shortcut first, then within it, then within the text. */
export function rankReplies<R extends Reply>(
  replies: readonly R[],
  query: string
) {
  const wanted = query.toLowerCase()
  return replies
    .flatMap((reply) => {
      const place = rank(reply, wanted)
      return place === null ? [] : [{ reply, place }]
    })
    .sort(
      (a, b) =>
        a.place - b.place || (a.reply.shortcut < b.reply.shortcut ? -1 : 1)
    )
    .map(({ reply }) => reply)
}
