const pad = (part: number) => String(part).padStart(2, '0')

/** As players show it: 0:07, 12:34, 1:02:03. */
export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const rest = pad(seconds % 60)
  return hours ? `${hours}:${pad(minutes % 60)}:${rest}` : `${minutes}:${rest}`
}
