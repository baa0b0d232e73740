/** The path of an installed Chromium or Chrome, if there is one. */
export function findBrowser(env?: Record<string, string | undefined>): string | undefined
