import { describe, expect, test } from 'vitest'
import { colours, cssVariables, type Mode, pairs, tokenSheet } from './tokens.ts'

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as Mode[])('%s', (mode) => {
  test.each(pairs)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colours[mode][ink], colours[mode][ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['ground', 'surface'] as const)('the edge of a field can be seen on %s', (ground) => {
    expect(contrast(colours[mode].edge, colours[mode][ground])).toBeGreaterThanOrEqual(3)
  })
})

test('the sheet names every variable in both modes and grows with large print', () => {
  expect(cssVariables('light')).toContain('--late-soft: #fae3e4;')
  expect(tokenSheet()).toMatch(/prefers-color-scheme: dark[\s\S]*data-print='large'[\s\S]*135%/)
})
