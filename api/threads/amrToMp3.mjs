// Runs in a thread of its own (see lib/media/audio/amrToMp3): decoding and encoding a minute of speech takes half a second.
// An ES module, as the decoder is one, which the API's own files, built as CommonJS, could not import.
import { parentPort, workerData } from 'node:worker_threads'

import decode from '@audio/decode-amr'
import { createMp3Encoder } from 'wasm-media-encoders'

/** Kilobits in a second: twice what AMR has at most, so that nothing more is lost. */
const BITRATE = 32

const { channelData, sampleRate } = await decode(new Uint8Array(workerData))
if (channelData.length === 0) {
  throw new Error('There is no sound in it')
}
const encoder = await createMp3Encoder()
encoder.configure({ sampleRate, channels: 1, bitrate: BITRATE })
// Copied: the encoder gives views of its own memory, which it writes anew.
const body = Buffer.from(encoder.encode([channelData[0]]))
parentPort.postMessage(Buffer.concat([body, encoder.finalize()]))
