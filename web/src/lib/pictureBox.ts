/** The most that a picture takes of a thread, in pixels. */
const WIDEST = 260
const HIGHEST = 300
/** The least, so that a strip of pixels can still be pressed. */
const LEAST = 44

/** One of several. */
export const THUMBNAIL = { width: 128, height: 128 }

/** How large a picture is shown, before it is there: nothing moves when it comes. */
export function pictureBox(width?: number | null, height?: number | null) {
  if (!width || !height) {
    return { width: WIDEST, height: WIDEST }
  }
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  return {
    width: Math.max(LEAST, Math.round(width * scale)),
    height: Math.max(LEAST, Math.round(height * scale)),
  }
}
