/** Gives elements heights, which jsdom does not: lists that render what is in sight would render nothing. */
export function giveHeights({ row = 64, list = 640 } = {}) {
  const height = jest
    .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
    .mockImplementation(function (this: HTMLElement) {
      return this.tagName === 'LI' ? row : list
    })
  const width = jest
    .spyOn(HTMLElement.prototype, 'offsetWidth', 'get')
    .mockReturnValue(320)
  const inner = jest
    .spyOn(HTMLElement.prototype, 'clientHeight', 'get')
    .mockReturnValue(list)
  return () => {
    inner.mockRestore()
    height.mockRestore()
    width.mockRestore()
  }
}
