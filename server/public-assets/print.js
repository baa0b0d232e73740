/* A button that prints, where a browser can; and for staff one that records that it was done. */
const button = document.querySelector('[data-print]')
button.hidden = false
button.addEventListener('click', () => print())

const issue = document.querySelector('[data-issue]')
if (issue) {
  issue.hidden = false
  issue.addEventListener('click', async () => {
    issue.disabled = true
    const answer = await fetch('/api/boards/printed', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: issue.dataset.issue,
    }).catch(() => undefined)
    document.querySelector('[role=status]').textContent = answer?.ok ? issue.dataset.done : issue.dataset.failed
    issue.disabled = answer?.ok === true
  })
}
