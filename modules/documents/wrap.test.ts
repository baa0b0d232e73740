import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closing, opening } from './punctuation.ts'
import { stretch, wrap } from './wrap.ts'

/** As in a Chinese font: a full square for each Chinese character and mark, half for the rest. */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (each.codePointAt(0)! > 0x2000 ? 1 : 0.5), 0)
const linesOf = (text: string, room: number, indent = 0) => wrap(text, widthOf, room, indent).map(({ text }) => text)

test('no line begins with a full stop: the character before it comes along', () => {
  expect(linesOf('一二三四五六。七', 5)).toEqual(['一二三四五', '六。七'])
  expect(linesOf('一二三四五？六七', 5)).toEqual(['一二三四', '五？六七'])
})

test('a full stop that just does not fit hangs half over the edge', () => {
  expect(linesOf('一二三四。五六', 4.5)).toEqual(['一二三四。', '五六'])
  expect(linesOf('一二三四。五六', 4.4)).toEqual(['一二三', '四。五六'])
})

test('no line ends with an opening mark, and one that begins a line is drawn back by half', () => {
  const [first, second] = wrap('一二三四“五六”', widthOf, 5)

  expect([first?.text, second?.text]).toEqual(['一二三四', '“五六”'])
  expect(second?.pull).toBe(0.5)
})

test('dashes, dots, words, numbers and boxes with their words are not cut', () => {
  expect(linesOf('一二三——四五', 4)).toEqual(['一二', '三——四', '五'])
  expect(linesOf('一二三……四五', 4)).toEqual(['一二', '三……四', '五'])
  expect(linesOf('电话13800071001转', 6)).toEqual(['电话', '13800071001', '转'])
  expect(linesOf('一二三□四五', 4)).toEqual(['一二三', '□四五'])
})

test('a word longer than a line is cut, and nothing is lost of it', () => {
  expect(linesOf('https://example.org/a/long/path', 5).join('')).toBe('https://example.org/a/long/path')
})

test('the first line of a paragraph has room for two characters less', () => {
  expect(linesOf('一二三四五六七八', 5, 2)).toEqual(['一二三', '四五六七八'])
})

test('only a line that goes on is stretched, and none is torn apart', () => {
  const [first, second] = wrap('一二三四五六七八九', widthOf, 5.4)

  expect(stretch(first!, 5.4, 1)).toBeCloseTo(0.1)
  expect(stretch(second!, 5.4, 1)).toBe(0)
  expect(stretch({ text: '一二', width: 2, goesOn: true, pull: 0 }, 5, 1)).toBe(0)
})

test('whatever is written, no line begins or ends with a wrong mark or is too long, and no character is lost', () => {
  const characters = fc.constantFrom(...'的一是了我不人在他有李王村调解，。、；：？！“”（）《》—…1a 9'.split(''))
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 120 }), fc.integer({ min: 8, max: 28 }), (typed, room) => {
      const text = typed.join('')
      const lines = wrap(text, widthOf, room)
      const isRun = (line: string) => ![...line].some((each) => '的一是了我不人在他有李王村调解1a9'.includes(each))

      expect(
        lines
          .map((line) => line.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
      for (const [at, { text: line, width, pull }] of lines.entries()) {
        if (isRun(line) || lines.some((each) => isRun(each.text))) continue // marks without words: there is no right place
        if (at > 0 && width <= room) expect(closing.has([...line][0] ?? '') && !/[（“《]/.test(lines[at - 1]!.text.slice(-1))).toBe(false)
        if (at < lines.length - 1) expect(opening.has([...line].at(-1) ?? '')).toBe(false)
        expect(width - pull - (closing.has([...line].at(-1) ?? '') ? 0.5 : 0)).toBeLessThanOrEqual(room + 0.01)
      }
    }),
    { numRuns: 300, seed: 17 },
  )
})
