/* Comfort on the form: photos made small before they are sent, words kept if the page is left, where one stands. */
import { locate } from './locate.js'

const longest = 1600

const small = async (file) => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return file
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(picture.width * scale),
    height: Math.round(picture.height * scale),
  })
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
  return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file
}

for (const input of document.querySelectorAll('[data-shrink]')) {
  const previews = input.closest('section, form').querySelector('[data-previews]')
  let chosen = []
  input.addEventListener('change', async () => {
    const picked = [...input.files]
    previews.textContent = input.dataset.shrinking
    const done = []
    for (const file of picked) done.push(await small(file))
    chosen = done.slice(0, Number(input.dataset.most))
    const files = new DataTransfer()
    for (const file of chosen) files.items.add(file)
    input.files = files.files
    const over =
      done.length > chosen.length
        ? [Object.assign(document.createElement('p'), { className: 'error', textContent: input.dataset.over })]
        : []
    previews.replaceChildren(
      ...over,
      ...chosen.map((file) => Object.assign(new Image(), { src: URL.createObjectURL(file), alt: file.name })),
    )
  })
}

/* What was chosen stays to be seen when its question is closed again. */
const showChosen = () => {
  for (const kind of document.querySelectorAll('details.kind')) {
    const label = kind.querySelector('input:checked + label')
    kind.querySelector('[data-chosen]').textContent = label ? label.textContent : ''
  }
}
document.addEventListener('change', showChosen)
showChosen()

/* What has been put right is no longer called wrong; whether it is right, the server says again. */
document.addEventListener('input', ({ target }) => {
  const field = target.closest('[aria-invalid="true"]')
  if (!field || target.value.trim() === '') return
  const said = (field.getAttribute('aria-describedby') ?? '').split(' ')
  field.removeAttribute('aria-invalid')
  field.setAttribute('aria-describedby', said.filter((id) => !id.endsWith('-error')).join(' '))
  for (const id of said) if (id.endsWith('-error')) document.getElementById(id)?.remove()
  const notice = document.querySelector('.notice.wrong:has([data-left])')
  notice?.querySelector(`a[href="#${field.id}"]`)?.closest('li').remove()
  const left = notice?.querySelectorAll('li').length
  if (left === 0) notice.remove()
  for (const each of notice?.querySelectorAll('[data-left]') ?? []) each.hidden = Number(each.dataset.left) !== left
})

/* What is dangerous shows at once whom to ring, before the form goes on. */
const danger = document.querySelector('#danger')
document.addEventListener('change', ({ target }) => {
  if (!danger || target.name !== 'category') return
  const isDanger = 'danger' in target.dataset
  danger.hidden = !isDanger
  target.form.elements.warned.value = isDanger ? target.value : ''
  let isRestricted = false
  for (const each of danger.querySelectorAll('[data-restricted]')) {
    each.hidden = each.dataset.restricted !== target.value
    isRestricted ||= !each.hidden
  }
  document.querySelector('[data-leave]').hidden = !isRestricted
  if (isDanger) danger.focus()
})

const form = document.querySelector('form[data-draft]')
if (form) {
  /* The words alone: whoever picks up a shared telephone next is not to send, or to see, somebody else's name and number. */
  const key = 'report'
  const saved = sessionStorage.getItem(key)
  if (saved && form.elements.words.value === '') {
    form.elements.words.value = saved
    form.querySelector('[data-restored]').hidden = false
  }
  const isRestricted = () => danger.querySelector('[data-restricted]:not([hidden])') !== null
  /* Of violence at home nothing is left on a telephone that others may pick up. */
  form.addEventListener('input', () =>
    isRestricted() ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, form.elements.words.value),
  )

  const button = form.querySelector('[data-sending]')
  const words = button.textContent
  form.addEventListener('submit', (event) => {
    if (event.submitter && event.submitter !== button) return
    button.textContent = button.dataset.sending
    button.setAttribute('aria-busy', 'true')
  })
  addEventListener('pageshow', () => {
    button.textContent = words
    button.removeAttribute('aria-busy')
  })

  const point = form.querySelector('[data-point]')
  if (navigator.geolocation) {
    point.hidden = false
    const status = point.querySelector('[role="status"]')
    if (form.elements.latitude.value) status.textContent = point.dataset.done
    point.querySelector('button').addEventListener('click', async () => {
      status.textContent = point.dataset.waiting
      const place = await locate()
      if (place) [form.elements.latitude.value, form.elements.longitude.value] = [place.latitude.toFixed(6), place.longitude.toFixed(6)]
      status.textContent = place ? point.dataset.done : point.dataset.denied
    })
  }
}
