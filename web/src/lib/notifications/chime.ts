/** Two notes, a fifth apart. */
const NOTES = [659.25, 987.77]
const NOTE_SECONDS = 0.14
const FADE_SECONDS = 0.35
const LOUDNESS = 0.08

let audio: AudioContext | undefined

/** A short, soft sound. Browsers play none before somebody has touched the page; then there is none. */
export async function chime() {
  if (
    typeof AudioContext === 'undefined' ||
    navigator.userActivation?.hasBeenActive === false
  ) {
    return
  }
  const context = (audio ??= new AudioContext())
  await context.resume()
  NOTES.forEach((frequency, n) => {
    const start = context.currentTime + n * NOTE_SECONDS
    const gain = context.createGain()
    gain.gain.setValueAtTime(LOUDNESS, start)
    gain.gain.exponentialRampToValueAtTime(0.0001, start + FADE_SECONDS)
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(gain).connect(context.destination)
    tone.start(start)
    tone.stop(start + FADE_SECONDS)
  })
}
