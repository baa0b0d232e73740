/* Away at once: a harmless page takes this one's place in the history, and what was typed here is forgotten. */
for (const link of document.querySelectorAll('[data-leave]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    sessionStorage.removeItem('report')
    location.replace(link.href)
  })
