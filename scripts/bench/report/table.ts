/** A number in a cell; NaN is one that could not be measured. */
export const known = (number: number, digits: number) =>
  Number.isNaN(number) ? '–' : number.toFixed(digits)

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
export function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) =>
    Math.max(...all.map((cells) => cells[column].length))
  )
  const line = (cells: string[]) => {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])
    )
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-')
  return [line(head), `|-${rule}-|`, ...rows.map(line)].join('\n')
}
