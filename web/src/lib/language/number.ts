import { locale } from './locale'

/** Writes numbers as the language that was chosen does. */
export const number = (options?: Intl.NumberFormatOptions) => (value: number) =>
  new Intl.NumberFormat(locale(), options).format(value)

/** 12,345 */
export const count = number()
