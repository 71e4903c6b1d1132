const ascending = (numbers: readonly number[]) =>
  Float64Array.from(numbers).sort()

/** The value that `share` (0 to 1) of the numbers do not exceed; NaN of none. */
export const percentile = (numbers: readonly number[], share: number) =>
  ascending(numbers)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? NaN

export const median = (numbers: readonly number[]) => percentile(numbers, 0.5)

export const sum = (numbers: readonly number[]) =>
  numbers.reduce((all, number) => all + number, 0)
