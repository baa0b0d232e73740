/** The contract, made from the routes themselves: OpenAPI 3.1 for programs, and a page of it for people. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { html } from 'hono/html'
import type { Env } from './context.ts'
import { version } from './health.ts'

type Operation = {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
}

export function documentation(app: OpenAPIHono<Env>) {
  const document = () =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Maplebridge',
        version,
        description: 'Grassroots governance: places, people, matters. Cookie session; a problem is {refused, facts}.',
      },
    })
  app.get('/api/openapi.json', (c) => c.json(document()))

  app.get('/api/docs', (c) => {
    const { paths = {} } = document()
    const rows = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
    )
    const tags = [...new Set(rows.map(({ operation }) => operation.tags?.[0] ?? ''))]
    return c.html(html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Maplebridge API</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/assets/public.css" />
        </head>
        <body>
          <main class="container">
            <h1>Maplebridge API</h1>
            <p>Version ${version}. For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. Sign in with <code>POST /api/session</code>; the session is a cookie. A problem is <code>{"refused": code, "facts": {…}}</code>.</p>
            ${tags.map(
              (tag) => html`<h2>${tag}</h2>
                ${rows
                  .filter(({ operation }) => (operation.tags?.[0] ?? '') === tag)
                  .map(
                    ({ path, method, operation }) => html`<details>
                      <summary><code>${method.toUpperCase()} ${path}</code> ${operation.summary ?? ''}</summary>
                      ${operation.parameters?.length ? html`<p>Parameters: ${operation.parameters.map((each) => html`<code>${each.name}</code>${each.required ? '' : '?'} (${each.in}) `)}</p>` : ''}
                      ${operation.requestBody ? html`<pre>${JSON.stringify(Object.values(operation.requestBody.content)[0]?.schema, null, 2)}</pre>` : ''}
                    </details>`,
                  )}`,
            )}
          </main>
        </body>
      </html>`)
  })
}
