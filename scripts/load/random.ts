/** Numbers from 0 to 1, the same ones for the same seed: mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export const createRandom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), seed | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
