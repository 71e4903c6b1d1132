import { t } from 'src/lib/language/t'
import { isErased } from 'src/lib/privacy'

/** The calling codes of two digits; +1 and +7 have one, all others three. https://www.itu.int/pub/T-SP-E.164D */
const TWO_DIGITS = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

const codeLength = (digits: string) =>
  /^[17]/.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3

/** Groups of three; a lone digit at the end joins the group before it. */
const inGroups = (digits: string) =>
  digits.match(/\d{3}(?=\d{2})|\d{4}$|\d+/g)?.join(' ') ?? digits

/**
 * +15005550006 → +1 500 555 0006; short codes and names stay as they are.
 *
 * Not by libphonenumber, which groups as each country does: a list of numbers should not wait for 30 kB, nor
 * be written anew when they have come.
 */
export function formatAddress(address: string): string {
  if (isErased(address)) {
    return t('Erased contact')
  }
  if (!/^\+\d{7,15}$/.test(address)) {
    return address
  }
  const digits = address.slice(1)
  const length = codeLength(digits)
  return `+${digits.slice(0, length)} ${inGroups(digits.slice(length))}`
}
