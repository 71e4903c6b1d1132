import { setTimeout as pause } from 'node:timers/promises'

/** Resolves with the first true answer of `ask`; rejects, with what was asked, when there was none in time. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false | null>,
  ms = 60_000
): Promise<Answer> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(50)) {
    const answer = await ask()
    if (answer) {
      return answer
    }
  }
  throw new Error(`Not within ${ms} ms: ${what}`)
}
