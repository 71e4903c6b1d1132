interface Place {
  city?: string | null
  state?: string | null
  zip?: string | null
  country?: string | null
}

/** Twilio writes cities in capitals. */
const inWords = (city: string) =>
  city.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase())

/** Where a number is from: "San Francisco, CA 94102, US"; empty where nothing is known. */
export const describePlace = ({ city, state, zip, country }: Place) =>
  [city && inWords(city), [state, zip].filter(Boolean).join(' '), country]
    .filter(Boolean)
    .join(', ')
