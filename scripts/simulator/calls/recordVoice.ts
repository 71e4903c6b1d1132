import { createMp3Encoder } from 'wasm-media-encoders'

import type { Recording } from '../network/calls'
import type { Random } from '../network/random'
import { newSid } from '../network/sids'

const SAMPLE_RATE = 16_000

/** A syllable and the pause after it. */
const SYLLABLE_SECONDS = 0.22

/** A recording of somebody who hums: short tones of a voice's height, each other ones. */
export async function recordVoice(
  callSid: string,
  seconds: number,
  random: Random
): Promise<Recording> {
  const samples = hum(seconds, random)
  return {
    sid: newSid('RE'),
    callSid,
    seconds,
    wav: toWav(samples),
    mp3: await toMp3(samples),
    dateCreated: new Date(),
  }
}

function hum(seconds: number, random: Random): Float32Array {
  const samples = new Float32Array(seconds * SAMPLE_RATE)
  const length = SYLLABLE_SECONDS * SAMPLE_RATE
  let height = 0
  samples.forEach((_, n) => {
    const place = (n % length) / length
    if (n % length === 0) height = 110 + 110 * random.next()
    // Swells and fades, so that nothing clicks.
    const loudness = 0.3 * Math.sin(Math.PI * Math.min(1, place * 1.3)) ** 2
    const turn = (2 * Math.PI * height * n) / SAMPLE_RATE
    samples[n] = loudness * (Math.sin(turn) + 0.5 * Math.sin(2 * turn))
  })
  return samples
}

/** 16 bits, mono: http://soundfile.sapp.org/doc/WaveFormat/ */
function toWav(samples: Float32Array): Buffer {
  const size = samples.length * 2
  const wav = Buffer.alloc(44 + size)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + size, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(SAMPLE_RATE, 24)
  wav.writeUInt32LE(SAMPLE_RATE * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(size, 40)
  samples.forEach((sample, n) => {
    wav.writeInt16LE(Math.round(sample * 32_767), 44 + n * 2)
  })
  return wav
}

async function toMp3(samples: Float32Array): Promise<Buffer> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: SAMPLE_RATE, channels: 1, bitrate: 32 })
  // Copied: the encoder gives views of its own memory, which it writes anew.
  const body = Buffer.from(encoder.encode([samples]))
  return Buffer.concat([body, encoder.finalize()])
}
