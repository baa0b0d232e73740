/** Tables with thin rules. A row that is higher than what is left of a page goes on the next; one that is higher than a page is cut. */

import type { Block, Cell } from './page.ts'
import { type Paper, page, rule, type Type, types } from './paper.server.ts'
import type { Line } from './wrap.ts'

type Table = Extract<Block, { kind: 'table' }>
type Set = { readonly cell: Cell; readonly x: number; readonly width: number; readonly type: Type; readonly lines: readonly Line[] }

const padX = 6
const padLabel = 3
const padY = 4.5
/** A row is cut over two pages only where more than this would be left empty, in points. */
const emptyAtMost = 150

const padOf = ({ isLabel }: Cell) => (isLabel ? padLabel : padX)
const typeOf = ({ isLabel }: Cell): Type => (isLabel ? types.label : types.table)

function setRow(paper: Paper, row: readonly Cell[], columns: readonly number[]): Set[] {
  const whole = columns.reduce((sum, each) => sum + each, 0)
  const widths = columns.map((each) => (each / whole) * (page.right - page.left))
  let at = 0
  return row.map((cell) => {
    const span = cell.span ?? 1
    const x = page.left + widths.slice(0, at).reduce((sum, each) => sum + each, 0)
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0)
    at += span
    const type = typeOf(cell)
    return { cell, x, width, type, lines: paper.lines(cell.text, type, width - 2 * padOf(cell)) }
  })
}

const heightOf = (cells: readonly Set[], atLeast: number) =>
  Math.max(atLeast, ...cells.map(({ lines, type }) => lines.length * type.lead)) + 2 * padY

function drawRow(paper: Paper, cells: readonly Set[], height: number, isWhole: boolean): void {
  const top = paper.y
  for (const { cell, x, width, type, lines } of cells) {
    paper.pdf.rect(x, top, width, height).lineWidth(rule).strokeColor('#1a1a1a').stroke()
    const y = isWhole ? top + (height - lines.length * type.lead) / 2 : top + padY
    const pad = padOf(cell)
    const align = cell.align ?? (cell.isLabel ? 'center' : 'left')
    for (const [at, line] of lines.entries()) paper.set(line, type, x + pad, y + at * type.lead, width - 2 * pad, align)
  }
  paper.y = top + height
}

/** As much of a row as stands on this page, and the rest on the next. */
function cutRow(paper: Paper, cells: readonly Set[]): Set[] {
  const room = paper.left - 2 * padY
  const fitting = (type: Type) => Math.max(0, Math.floor(room / type.lead))
  drawRow(
    paper,
    cells.map((each) => ({ ...each, lines: each.lines.slice(0, fitting(each.type)) })),
    paper.left,
    false,
  )
  return cells.map((each) => ({ ...each, lines: each.cell.isLabel ? each.lines : each.lines.slice(fitting(each.type)) }))
}

/** `below`: what has to stand on the same page as the last row, in points. */
export function drawTable(paper: Paper, { columns, rows, heads = 0, lines = 1 }: Table, below = 0): void {
  const all = rows.map((row) => setRow(paper, row, columns))
  const head = all.slice(0, heads)
  const turn = () => {
    paper.turn()
    for (const row of head) drawRow(paper, row, heightOf(row, 0), true)
  }
  for (const [at, row] of all.entries()) {
    const atLeast = at < heads ? 0 : lines * types.table.lead
    let cells = row
    let isWhole = true
    const kept = at === all.length - 1 ? below : 0
    const fits = () => heightOf(cells, isWhole ? atLeast : 0) + kept <= paper.left + 0.01
    // A head or a short row does not stand alone at the foot of a page.
    const after = at < heads && all[at + 1] ? Math.min(heightOf(all[at + 1]!, 0), 60) : 0
    if (after > 0 && heightOf(cells, 0) + after > paper.left) paper.turn()
    while (!fits()) {
      // A row with little below it goes on the next page whole.
      if (paper.left < emptyAtMost || heightOf(cells, 0) <= paper.left) turn()
      else {
        cells = cutRow(paper, cells)
        isWhole = false
        turn()
      }
    }
    drawRow(paper, cells, heightOf(cells, isWhole ? atLeast : 0), isWhole)
  }
  paper.y += 10
}
