import {
  CATALOGUE,
  errorMessage,
  explainError,
  isRetryable,
} from './errorCatalogue'

// Every code of the Twilio contract that can concern a message, by its retry
// class there.
// prettier-ignore
const CONTRACT = {
  never: [
    20003, 20004, 20005, 20006, 20008, 20010, 20403, 20404, 20422, 70004,
    21201, 21205, 21210, 21211, 21212, 21214, 21215, 21219, 21220,
    21401, 21402, 21403, 21421, 21422, 21481,
    21601, 21602, 21603, 21604, 21606, 21609, 21610, 21612, 21614, 21616, 21617, 21618, 21619,
    21620, 21621, 21622, 21623, 21624, 21635, 21652, 21654, 21655, 21656, 21657, 21658, 21659,
    21660, 21669, 21701, 21705, 21711, 21712,
    30002, 30004, 30005, 30006, 30007, 30010, 30011, 30012, 30013, 30014, 30015, 30016, 30019,
    30029, 30030, 30031, 30037, 30045, 30109, 30121, 30122, 30400, 30409, 30450,
    35114, 35115, 35117, 90007,
    63002, 63003, 63005, 63006, 63007, 63011, 63013, 63014, 63021, 63024, 63025, 63026, 63027,
    63028, 63030, 63031, 63032, 63033, 63034, 63049, 63101,
    14101, 14102, 14103, 14104, 14105, 14106, 14107, 14108, 14109, 14110, 14111,
    50350, 50353, 50361, 50362, 50377, 50409, 50411, 50412, 50414, 50416, 50417, 50422, 50426,
    50432, 50433, 50436, 50437, 50438, 50452, 50526, 50527, 50528, 50529, 50540, 50541,
  ],
  backoff: [20429, 20500, 20503, 50391],
  later: [
    20009, 20409, 21611, 21702, 35125,
    30001, 30003, 30008, 30017, 30020, 30021, 30022, 30023, 30027, 30035, 30036, 30410, 30454,
    63009, 63010, 63012, 63017, 63018, 63019, 63023, 63029, 63036, 63038,
  ],
  afterFix: [
    20101, 20104, 21408, 21607, 21608, 21703, 21704,
    30018, 30024, 30032, 30033, 30034, 30044, 572006,
    63001, 63008, 63015, 63016, 63020, 63022, 63035, 63040, 63041, 63042, 63051, 63062, 63112,
  ],
  // Warnings and webhook troubles, for which the contract names no class.
  unclassified: [
    11200, 11205, 11206, 11210, 11215, 11220, 11235, 11237, 11240, 11241, 11243,
    11750, 11751, 11770, 12100, 12200, 12300, 15003, 17580,
    30009, 30025, 30026, 50056, 50057, 50076, 63037,
  ],
}

// The contract's 'never' is meant for the machine. These failed through our
// account or set-up, not through the message: once that is mended, a person may
// send the same message again.
// prettier-ignore
const MENDED_BY_ADMINISTRATOR = [
  20003, 20005, 20006, 20008, 20010, 20403, 70004, 21210, 21219, 21609, 21660, 21669,
  21701, 21705, 21711, 21712, 30002, 30037, 30109, 30121, 30122,
]

const codes = CATALOGUE.map(([code]) => code)
const ascending = (numbers: number[]) => [...numbers].sort((a, b) => a - b)

describe('the catalogue', () => {
  it('explains every code of the contract, once', () => {
    expect(ascending(codes)).toEqual(ascending(Object.values(CONTRACT).flat()))
    expect(new Set(codes).size).toEqual(codes.length)
  })

  it.each(CATALOGUE)('speaks plainly of %i', (_code, cause, nextStep) => {
    for (const sentence of [cause, nextStep]) {
      expect(sentence).toMatch(/^[A-Z].*[^.\s]\.$/)
      expect(sentence).not.toMatch(/[.!?] |\s\s/) // one sentence
      expect(sentence.length).toBeGreaterThanOrEqual(15)
      expect(sentence.length).toBeLessThanOrEqual(110)
    }
  })

  it('gives no two codes the same cause', () => {
    const causes = CATALOGUE.map(([, cause]) => cause)
    expect(new Set(causes).size).toEqual(causes.length)
  })

  it('speaks of Retry only where Retry is offered', () => {
    const misleading = CATALOGUE.filter(
      ([code, , nextStep]) =>
        /press Retry/i.test(nextStep) && !isRetryable(code)
    )
    expect(misleading).toEqual([])
  })
})

describe('the retry class', () => {
  it.each(['never', 'backoff', 'later', 'afterFix'] as const)(
    "follows the contract's '%s'",
    (retry) => {
      const differing = CONTRACT[retry].filter(
        (code) => explainError(code).retry !== retry
      )
      expect(
        differing.every((code) => MENDED_BY_ADMINISTRATOR.includes(code))
      ).toEqual(true)
    }
  )

  it.each(MENDED_BY_ADMINISTRATOR)('lets %i go again once mended', (code) => {
    expect(explainError(code)).toMatchObject({
      retry: 'afterFix',
      nextStep: expect.stringMatching(/^Ask an administrator to .*press Retry/),
    })
  })

  it.each([21211, 21610, 30004, 30005, 30007, 30450, 63024, 63049])(
    'offers no Retry for %i',
    (code) => expect(isRetryable(code)).toEqual(false)
  )

  it.each([20003, 20429, 20500, 30003, 30008, 30034, 30410, 63016, 572006])(
    'offers Retry for %i',
    (code) => expect(isRetryable(code)).toEqual(true)
  )

  it('offers Retry for a failure without a code', () => {
    expect(isRetryable(null)).toEqual(true)
  })
})

describe('an unknown code', () => {
  it.each([0, 21999, 99999])('is said to be unknown: %i', (code) => {
    const advice = explainError(code)
    expect(advice).toMatchObject({ code, known: false })
    expect(advice.cause).toContain(`error ${code}`)
    expect(advice.cause).toContain('does not know')
  })

  it('may be retried once by a person, never by the machine', () => {
    expect(isRetryable(99999)).toEqual(true)
    expect(explainError(99999).retry).not.toEqual('backoff')
    expect(explainError(99999).nextStep).toContain('Retry once')
  })
})

it('tells the operator the cause and then the next step', () => {
  expect(explainError(21610).known).toEqual(true)
  expect(errorMessage(21610)).toEqual(
    'The recipient has opted out of messages from us. Do not write to them here until they text START themselves.'
  )
})
