/** Places as a list of links: a lane leads to its notice board, anything wider to what stands in it. */
import { html } from 'hono/html'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Html } from '#server/page.ts'
import { levelOf } from '../place.ts'

export const addressOfPlace = (code: PlaceCode): string => `/${levelOf(code) === 'lane' ? 'l' : 'p'}/${code}`

export const placeLinks = (places: readonly { code: PlaceCode; name: string; note?: string }[]): Html =>
  html`<ul class="places">${places.map(({ code, name, note }) => html`<li><a href="${addressOfPlace(code)}">${name}${note ? html`<small>${note}</small>` : ''}</a></li>`)}</ul>`
