/** A longer name is cut, in letters; what surrounds a name takes the room of so many more. */
const LONGEST = 18
const AROUND = 3

/** The first labels for whose names there is room, given in letters; one at least. */
export function fittingLabels<Label extends { name: string }>(
  labels: readonly Label[],
  room: number
): Label[] {
  let left = room
  return labels.filter(({ name }, index) => {
    left -= Math.min(name.length, LONGEST) + AROUND
    return index === 0 || left >= 0
  })
}
