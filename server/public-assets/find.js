/* Under the search field: suggestions while typing, and the lanes near where one stands. */
import { locate, rounded } from './locate.js'

const form = document.querySelector('[data-suggest]')
const field = form?.querySelector('input')
const list = form?.querySelector('#suggestions')

let asked = 0
const suggest = async () => {
  const mine = ++asked
  const typed = field.value.trim()
  if (typed === '') return list.replaceChildren()
  const reply = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => undefined)
  if (mine !== asked || !reply?.ok) return
  show(await reply.json())
}

const show = (places) => {
  if (places.length === 0) return list.replaceChildren(Object.assign(document.createElement('p'), { textContent: list.dataset.none }))
  const links = places.map(({ name, note, address }) => {
    const link = Object.assign(document.createElement('a'), { href: address, textContent: name })
    if (note) link.append(Object.assign(document.createElement('small'), { textContent: note }))
    const item = document.createElement('li')
    item.append(link)
    return item
  })
  const all = Object.assign(document.createElement('ul'), { className: 'places' })
  all.append(...links)
  list.replaceChildren(all)
}

let waiting
field?.addEventListener('input', (event) => {
  clearTimeout(waiting)
  if (!event.isComposing) waiting = setTimeout(suggest, 200)
})
field?.addEventListener('compositionend', suggest)

const near = document.querySelector('[data-near]')
if (near && navigator.geolocation) {
  near.hidden = false
  const status = near.querySelector('[role="status"]')
  near.querySelector('button').addEventListener('click', async () => {
    status.textContent = near.dataset.waiting
    const place = await locate()
    if (place) location.href = `${near.dataset.near}?lat=${rounded(place.latitude)}&lng=${rounded(place.longitude)}`
    else status.textContent = near.dataset.denied
  })
}
