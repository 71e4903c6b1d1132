interface Mentioned {
  id: string
  name?: string | null
  email: string
}

export const mentionOf = ({ name, email }: Omit<Mentioned, 'id'>) =>
  `@${name?.trim() || email}`

export interface Part<User> {
  text: string
  /** Whom this part names. */
  user: User | null
}

/** A note's text, with those parts apart that name somebody. The longer name first: "@Ada" is no part of "@Ada L". */
export function splitMentions<User extends Mentioned>(
  text: string,
  users: readonly User[]
): Part<User>[] {
  const byLength = [...users].sort(
    (a, b) => mentionOf(b).length - mentionOf(a).length
  )
  let parts: Part<User>[] = [{ text, user: null }]
  for (const user of byLength) {
    const mention = mentionOf(user)
    parts = parts.flatMap((part) =>
      part.user
        ? [part]
        : part.text
            .split(mention)
            .flatMap((between, index) => [
              ...(index > 0 ? [{ text: mention, user }] : []),
              ...(between ? [{ text: between, user: null }] : []),
            ])
    )
  }
  return parts
}
