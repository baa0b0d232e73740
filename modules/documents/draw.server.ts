/** Draws the blocks of a document on paper, one after another. */
import type { PhotoId } from '#modules/kernel/ids.ts'
import type { Block, Sheet, Signing } from './page.ts'
import { depth, measure, type Paper, page, types } from './paper.server.ts'
import { drawTable } from './table.server.ts'

export type Photo = { readonly bytes: Buffer; readonly width: number; readonly height: number }
/** A picture as JPEG or PNG; undefined where it is not there any more. `isInk`: a signature or a seal, without its paper. */
export type Photos = (id: PhotoId, isInk: boolean) => Promise<Photo | undefined>

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const signature = { height: 40, width: 130, seal: 119 } // a committee's seal is 42 mm wide

/** `on`: on a new page that counts or does not, or on the page where the cursor is. Pictures turn pages themselves. */
export async function drawSheet(
  paper: Paper,
  sheet: Sheet,
  photos: Photos,
  on: 'counted' | 'uncounted' | 'here' = 'counted',
): Promise<void> {
  if (on !== 'here' && sheet.blocks[0]?.kind !== 'pictures') paper.turn(on === 'counted')
  for (const [at, block] of sheet.blocks.entries()) await draw(paper, block, photos, sheet.blocks[at + 1])
}

async function draw(paper: Paper, block: Block, photos: Photos, next?: Block): Promise<void> {
  switch (block.kind) {
    case 'title':
      return drawTitle(paper, block)
    case 'number':
      paper.single(block.text, types.number, page.left, paper.y, measure, 'center')
      paper.y += types.number.lead + 8
      return
    case 'heading':
      paper.need(types.heading.lead + 3 * types.body.lead)
      paper.single(block.text, types.heading, page.left, paper.y, measure)
      paper.y += types.heading.lead
      return
    case 'paragraph':
      return drawParagraph(paper, block, next?.kind === 'signing' ? next : undefined)
    case 'table':
      return drawTable(paper, block, next?.kind === 'signing' ? heightOf(next) + 10 : 0)
    case 'signing':
      return drawSigning(paper, block, photos)
    case 'pictures':
      return drawPictures(paper, block, photos)
    case 'cover':
      return drawCover(paper, block)
    case 'back':
      return drawBack(paper, block)
  }
}

function drawTitle(paper: Paper, { text }: Of<'title'>): void {
  paper.need(types.title.lead * 3)
  for (const line of paper.lines(text, types.title, measure)) {
    paper.set(line, types.title, page.left, paper.y, measure, 'center')
    paper.y += types.title.lead
  }
  paper.y += 8
}

function drawParagraph(paper: Paper, { text, flush }: Of<'paragraph'>, signing?: Of<'signing'>): void {
  const { body } = types
  const lines = text.split(/\r?\n/).flatMap((paragraph, nth, all) => {
    const indent = flush === 'all' || (flush === 'last' && nth === all.length - 1) ? 0 : 2 * body.size
    const set = paper.lines(paragraph, body, measure, indent)
    return set.map((line, at) => ({ line, shift: at === 0 ? indent : 0, rest: set.length - at }))
  })
  // Nobody signs a page that says nothing: the last lines of what is signed go with the signatures.
  const signedFrom = signing ? Math.max(0, lines.length - 3) : lines.length
  for (const [at, { line, shift, rest }] of lines.entries()) {
    // Nor does the last line of a paragraph stand alone at the head of a page.
    const kept = at === signedFrom ? lines.length - at : rest === 2 ? 2 : 1
    paper.need(kept * body.lead + (signing && at === signedFrom ? heightOf(signing) : 0))
    paper.set(line, body, page.left + shift, paper.y, measure - shift)
    paper.y += body.lead
  }
}

const rowOf = (signing: Signing) =>
  signing.isSeal ? (signing.picture ? signature.seal * 0.62 : 44) : signing.picture ? signature.height + 6 : 35

/** How much room signatures take. A seal hangs below its line. */
const heightOf = ({ lines }: Of<'signing'>): number =>
  lines.reduce((sum, each) => sum + rowOf(each), 20 + types.body.lead) + (lines.some(({ isSeal, picture }) => isSeal && picture) ? 40 : 0)

async function drawSigning(paper: Paper, { lines, day }: Of<'signing'>, photos: Photos): Promise<void> {
  paper.need(heightOf({ kind: 'signing', lines, day }))
  paper.y += 14
  const { body } = types
  const right = page.right - body.size
  const widest = Math.max(...lines.map(({ label }) => paper.widthOf(label, body)))
  const x = Math.max(page.left + 2 * body.size, Math.min(page.left + measure * 0.36, right - widest - signature.width))
  for (const signing of lines) {
    const height = rowOf(signing)
    const y = paper.y + height - body.lead
    const width = paper.widthOf(signing.label, body)
    paper.single(signing.label, body, x, y, right - x)
    const room = right - x - width
    if (signing.picture) await drawName(paper, signing, photos, x + width, y, room)
    else if (signing.text) paper.single(signing.text, body, x + width, y, room)
    else if (!signing.isSeal && room > 40) paper.line(x + width, y + body.lead - 5, right, y + body.lead - 5, 0.5)
    paper.y += height
  }
  paper.y += 6
  paper.single(day, body, x, paper.y, right - x, 'right')
  paper.y += body.lead + 10
}

async function drawName(paper: Paper, { picture, isSeal }: Signing, photos: Photos, x: number, y: number, room: number): Promise<void> {
  const photo = await photos(picture!, true)
  if (!photo) return
  const { body } = types
  if (isSeal) {
    // A seal lies over the committee's name and the day (骑年盖月).
    const side = signature.seal
    paper.pdf.image(photo.bytes, x - side * 0.72, y - side * 0.42, { fit: [side, side], align: 'center', valign: 'center' })
  } else {
    const [width, height] = [Math.min(room, signature.width), signature.height - 2]
    paper.pdf.image(photo.bytes, x + 4, y + body.lead - height - 1, { fit: [width, height], valign: 'center' })
  }
}

/** A paper that stands upright has a page of its own; two that lie share one. */
async function drawPictures(paper: Paper, { caption, pages }: Of<'pictures'>, photos: Photos): Promise<void> {
  const { small } = types
  const gap = 14
  let isHalfFree = false
  for (const [at, id] of pages.entries()) {
    const photo = await photos(id, false)
    const isUpright = photo !== undefined && photo.height > photo.width * 1.1
    const height = isUpright ? depth : (depth - gap) / 2
    if (isUpright || !isHalfFree) paper.turn()
    isHalfFree = !isUpright && !isHalfFree
    const top = paper.y
    const room = height - small.lead - 6
    if (photo) paper.pdf.image(photo.bytes, page.left, top, { fit: [measure, room], align: 'center', valign: 'center' })
    else paper.pdf.rect(page.left, top, measure, room).lineWidth(0.5).strokeColor('#999999').stroke()
    const text = pages.length > 1 ? `${caption}（${at + 1}/${pages.length}）` : caption
    paper.single(text, small, page.left, top + room + 6, measure, 'center')
    paper.y = top + height + gap
  }
}

function drawCover(paper: Paper, { above, title, rows }: Of<'cover'>): void {
  const big = { face: 'title', size: 40, lead: 60 } as const
  const name = { face: 'title', size: 20, lead: 32 } as const
  const [labels, values] = [
    { face: 'hei', size: 14, lead: 24 },
    { face: 'song', size: 14, lead: 24 },
  ] as const
  paper.pdf
    .rect(page.left - 12, page.top - 30, measure + 24, depth + 50)
    .lineWidth(1.4)
    .strokeColor('#1a1a1a')
    .stroke()
  paper.pdf
    .rect(page.left - 8, page.top - 26, measure + 16, depth + 42)
    .lineWidth(0.5)
    .stroke()
  paper.single(above, name, page.left, page.top + 46, measure, 'center')
  paper.single([...title].join(' '), big, page.left, page.top + 104, measure, 'center')

  const [x, width, labelWidth] = [page.left + 20, measure - 40, 96]
  let y = page.top + 250
  for (const [label, value] of rows) {
    const lines = paper.lines(value, values, width - labelWidth - 8)
    const height = Math.max(1, lines.length) * values.lead + 16
    const spread = (labelWidth - 24 - paper.widthOf(label, labels)) / Math.max(1, [...label].length - 1)
    paper.pdf
      .font('hei')
      .fontSize(labels.size)
      .fillColor('#1a1a1a')
      .text(label, x, y + 17 + (Math.max(1, lines.length) - 1) * values.lead, { lineBreak: false, characterSpacing: spread })
    for (const [at, line] of lines.entries()) paper.set(line, values, x + labelWidth + 4, y + 12 + at * values.lead, width - labelWidth)
    paper.line(x + labelWidth, y + height, x + width, y + height)
    y += height
  }
}

function drawBack(paper: Paper, { lines }: Of<'back'>): void {
  const { body } = types
  paper.pdf
    .rect(page.left - 12, page.top - 30, measure + 24, depth + 50)
    .lineWidth(1.4)
    .strokeColor('#1a1a1a')
    .stroke()
  let y = page.bottom - 30 - lines.length * body.lead
  for (const text of lines) {
    paper.single(text, body, page.left + 20, y, measure - 40, 'right')
    y += body.lead
  }
}
