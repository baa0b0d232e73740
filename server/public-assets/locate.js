/* Asks the phone where it is. Answers with degrees, or not at all. */
export const locate = () =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(coords),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: 12000, maximumAge: 60000 },
    )
  })

/* Degrees to four places: eleven metres, enough for a lane. */
export const rounded = (degrees) => degrees.toFixed(4)
