import { SegmentedMessage } from 'sms-segments-calculator'

export interface Segments {
  count: number
  encoding: 'GSM-7' | 'UCS-2'
  /** The first character that GSM-7 lacks, and how many segments it would be without such ones. */
  forcing?: { character: string; countWithout: number }
}

/** How many segments a text is on the air, and which character makes it more than it need be. */
export function readSegments(text: string): Segments {
  const { encodedChars, segmentsCount, encodingName } = new SegmentedMessage(
    text
  )
  const foreign = encodedChars.find(({ isGSM7 }) => !isGSM7)
  if (encodingName === 'GSM-7' || !foreign) {
    return { count: segmentsCount, encoding: 'GSM-7' }
  }
  const plain = encodedChars
    .map(({ raw, isGSM7 }) => (isGSM7 ? raw : 'x'))
    .join('')
  return {
    count: segmentsCount,
    encoding: 'UCS-2',
    forcing: {
      character: foreign.raw ?? '',
      countWithout: new SegmentedMessage(plain).segmentsCount,
    },
  }
}
