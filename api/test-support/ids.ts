/** The id of nothing. */
export const NOWHERE = '01909090-0000-7000-8000-000000000000'

/** What somebody may ask for, and does not exist. */
export const STRANGE = [
  '',
  '42',
  'none',
  NOWHERE,
  '\0',
  "' OR 1=1",
  '👋'.repeat(5000),
]
