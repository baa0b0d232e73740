/* On the receipt: copy the code, or keep it as a picture. The report has arrived: its draft goes. */
const box = document.querySelector('[data-copy]')
if (box) {
  sessionStorage.removeItem('report')
  box.hidden = false
  const status = box.querySelector('[role="status"]')
  const copy = async () => {
    await navigator.clipboard.writeText(box.dataset.copy).then(
      () => (status.textContent = box.dataset.done),
      () => {
        getSelection().selectAllChildren(document.querySelector('#tracking'))
        status.textContent = document.execCommand('copy') ? box.dataset.done : box.dataset.failed
      },
    )
  }
  const save = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 960, height: 420 })
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#fffdf9'
    pen.fillRect(0, 0, 960, 420)
    pen.fillStyle = '#1f1b16'
    const lines = [
      ['36px sans-serif', document.title],
      ['600 64px monospace', box.dataset.copy],
      ['32px sans-serif', box.dataset.title],
      ['32px sans-serif', location.host],
    ]
    for (const [index, [font, text]] of lines.entries()) {
      pen.font = font
      pen.fillText(text, 60, 90 + index * 85)
    }
    Object.assign(document.createElement('a'), { href: canvas.toDataURL('image/png'), download: `${box.dataset.copy}.png` }).click()
  }
  box.addEventListener('click', ({ target }) => (target.dataset.do === 'copy' ? copy() : target.dataset.do === 'save' ? save() : undefined))
}
