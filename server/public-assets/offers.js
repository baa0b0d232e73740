/* While a report is typed: does it look like one that is open already? Asked in the pauses; without this the server asks once, on sending. */
const form = document.querySelector('form[data-draft]')
const place = form.querySelector('[data-offers]')
let asked = ''
let pause

const ask = async () => {
  const typed = new FormData(form)
  const question = new URLSearchParams()
  for (const name of ['category', 'place', 'words', 'latitude', 'longitude']) question.set(name, typed.get(name) ?? '')
  const isEnough = ['category', 'place', 'words'].every((name) => question.get(name).trim())
  if (!isEnough || String(question) === asked) return
  asked = String(question)
  const reply = await fetch('/report/near', { method: 'POST', body: question }).catch(() => undefined)
  if (!reply?.ok || asked !== String(question)) return
  place.innerHTML = reply.status === 204 ? '' : await reply.text()
  place.className = place.innerHTML ? 'notice offered' : ''
}

form.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(ask, 900)
})
