// Runs in a thread of its own (see decode.ts): both libraries hold the thread for as long as they decode, which for a
// photo of a phone is a second and more. Plain JavaScript, so that the thread can load it from the sources too.
const { parentPort, workerData } = require('node:worker_threads')

const bmp = require('bmp-ts')
const heic = require('heic-decode')

const DECODERS = {
  bmp: async (buffer) => bmp.decode(buffer, { toRGBA: true }),
  heic: async (buffer, mostPixels) => {
    // It opens the first image, which need not be the one that the file shows and whose size was looked at.
    const [image] = await heic.all({ buffer })
    if (image.width * image.height > mostPixels) {
      throw new Error('The image has too many pixels')
    }
    return image.decode()
  },
}

const run = async ({ format, bytes, mostPixels }) => {
  const decode = DECODERS[format]
  const { width, height, data } = await decode(Buffer.from(bytes), mostPixels)
  parentPort.postMessage({ width, height, data })
}

run(workerData)
