import { pictureBox } from './pictureBox'

describe('pictureBox', () => {
  it.each([
    [
      [4000, 3000],
      [260, 195],
    ],
    [
      [3000, 4000],
      [225, 300],
    ],
    [
      [100, 80],
      [100, 80],
    ],
    [
      [2000, 10],
      [260, 44],
    ],
    [
      [1, 1],
      [44, 44],
    ],
  ])('of %p is %p', ([width, height], [shownWidth, shownHeight]) => {
    expect(pictureBox(width, height)).toEqual({
      width: shownWidth,
      height: shownHeight,
    })
  })

  it('is a square where the size is not known', () => {
    expect(pictureBox(null, 300)).toEqual({ width: 260, height: 260 })
    expect(pictureBox(undefined, undefined)).toEqual(pictureBox(0, 0))
  })
})
