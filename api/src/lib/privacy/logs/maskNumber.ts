/** Calling codes of two digits (E.164); +1 and +7 are the only ones of one, and all others have three. */
const TWO_DIGITS = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' '
  )
)

const SHOWN_AT_THE_END = 2

const codeLength = (digits: string) => {
  if (/^[17]/.test(digits)) {
    return 1
  }
  return TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3
}

/** A phone number's country and its last two digits, which tell one from another in a log and find nobody: `+1********00`. */
export function maskNumber(digits: string): string {
  const shown = codeLength(digits)
  const hidden = Math.max(0, digits.length - shown - SHOWN_AT_THE_END)
  return `+${digits.slice(0, shown)}${'*'.repeat(hidden)}${digits.slice(-SHOWN_AT_THE_END)}`
}
