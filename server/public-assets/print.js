/* A button that prints, where a browser can. */
const button = document.querySelector('[data-print]')
button.hidden = false
button.addEventListener('click', () => print())
