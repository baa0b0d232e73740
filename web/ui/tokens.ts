/**
 * The look of all three faces, as data: paper-like ground, near-black ink, one maple red for the one thing to do next.
 * The public pages, the field app and the desk take their variables and themes from here and from nowhere else.
 *
 * Every pair of text and ground named in `pairs` has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3); a test counts it.
 */
export type Mode = 'light' | 'dark'

/** What a colour says about a matter. Always with a word or a shape beside it. */
export type Tone = 'good' | 'soon' | 'late' | 'calm' | 'busy'

type Colours = {
  readonly ground: string
  readonly surface: string
  readonly sunk: string
  readonly line: string
  /** The edge of something to type in or tap: 3 : 1 against its ground (1.4.11). */
  readonly edge: string
  readonly ink: string
  readonly inkSoft: string
  readonly accent: string
  readonly accentDeep: string
  readonly accentSoft: string
  readonly onAccent: string
  readonly link: string
} & Readonly<Record<Tone | `${Tone}Soft`, string>>

export const colours: Readonly<Record<Mode, Colours>> = {
  light: {
    ground: '#f5f2ea',
    surface: '#fffdf9',
    sunk: '#ece7db',
    line: '#ddd6c8',
    edge: '#8a8072',
    ink: '#1f1b16',
    inkSoft: '#5c5347',
    accent: '#a5341c',
    accentDeep: '#84260f',
    accentSoft: '#f8e6df',
    onAccent: '#ffffff',
    link: '#8a2b16',
    good: '#2b6239',
    goodSoft: '#e3efe2',
    soon: '#7d5200',
    soonSoft: '#f8ecd0',
    late: '#a3162b',
    lateSoft: '#fae3e4',
    calm: '#5c564d',
    calmSoft: '#eae6dd',
    busy: '#1f5673',
    busySoft: '#e1edf3',
  },
  dark: {
    ground: '#171411',
    surface: '#211d19',
    sunk: '#110e0c',
    line: '#3d362f',
    edge: '#8f8577',
    ink: '#f1ece3',
    inkSoft: '#bdb4a6',
    accent: '#ef8a6d',
    accentDeep: '#f6a68f',
    accentSoft: '#3d2219',
    onAccent: '#1c0d07',
    link: '#f3a088',
    good: '#8fcf9d',
    goodSoft: '#1f3324',
    soon: '#e6be6c',
    soonSoft: '#3a2e14',
    late: '#ff9c9f',
    lateSoft: '#421c20',
    calm: '#c2b9ab',
    calmSoft: '#332d27',
    busy: '#8cc4e2',
    busySoft: '#1a313d',
  },
}

/** Text on ground, as used: each at least 4.5 : 1. */
export const pairs: readonly (readonly [keyof Colours, keyof Colours])[] = [
  ['ink', 'ground'],
  ['ink', 'surface'],
  ['ink', 'sunk'],
  ['inkSoft', 'ground'],
  ['inkSoft', 'surface'],
  ['inkSoft', 'sunk'],
  ['link', 'ground'],
  ['link', 'surface'],
  ['accent', 'surface'],
  ['accent', 'accentSoft'],
  ['onAccent', 'accent'],
  ['onAccent', 'accentDeep'],
  ['good', 'goodSoft'],
  ['soon', 'soonSoft'],
  ['late', 'lateSoft'],
  ['calm', 'calmSoft'],
  ['busy', 'busySoft'],
  ['good', 'surface'],
  ['soon', 'surface'],
  ['late', 'surface'],
  ['late', 'ground'],
]

export const type = {
  family:
    "'PingFang SC', 'HarmonyOS Sans SC', 'HarmonyOS Sans', 'MiSans', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif",
  /** Pixels at normal print; given out in rem, so that large print and the browser's own zoom move all of them. `note` is for the desk only. */
  sizes: { note: 14, body: 16, lead: 18, title: 24 },
  line: 1.6,
  heavy: 600,
} as const

/** Pixels; given out in rem. */
export const space = { tight: 4, small: 8, middle: 12, wide: 16, open: 24, vast: 40 } as const

export const radius = { small: 4, middle: 8, large: 12 } as const

/** The least side of anything a finger taps, in pixels (WCAG 2.2, 2.5.8 asks for 24; wet fingers for more). */
export const touch = 44

/** How much larger large print (适老化) is. */
export const largePrint = 1.35

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const rem = (pixels: number) => `${pixels / 16}rem`

const colourVariables = (mode: Mode): string[] => [
  `color-scheme: ${mode};`,
  ...Object.entries(colours[mode]).map(([name, value]) => `--${kebab(name)}: ${value};`),
]

/** Declarations for one mode, to stand inside a rule: `--ground: #f5f2ea; --type-body: 1rem; …`. */
export const cssVariables = (mode: Mode): string =>
  [
    ...colourVariables(mode),
    `--type-family: ${type.family};`,
    `--type-line: ${type.line};`,
    `--type-heavy: ${type.heavy};`,
    ...Object.entries(type.sizes).map(([name, pixels]) => `--type-${name}: ${rem(pixels)};`),
    ...Object.entries(space).map(([name, pixels]) => `--space-${name}: ${rem(pixels)};`),
    ...Object.entries(radius).map(([name, pixels]) => `--radius-${name}: ${pixels}px;`),
    `--touch: ${touch}px;`,
  ].join('\n  ')

/** The whole sheet: light, dark by the system's wish or by `data-mode`, large print by `data-print="large"` on the root. */
export const tokenSheet = (): string => `:root {
  ${cssVariables('light')}
}
@media (prefers-color-scheme: dark) {
  :root:not([data-mode='light']) {
    ${colourVariables('dark').join('\n    ')}
  }
}
:root[data-mode='dark'] {
  ${colourVariables('dark').join('\n  ')}
}
:root[data-print='large'] {
  font-size: ${largePrint * 100}%;
  --ink-soft: var(--ink);
  --line: var(--edge);
}
`
