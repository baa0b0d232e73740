/** Builds either staff app: `vite build --mode field` or `--mode desk`. In development /api goes to the server on PORT. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { colours, tokenSheet } from './web/ui/tokens.ts'

const apps = ['field', 'desk'] as const
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The design tokens as a style sheet, made from their one source. */
const tokens = (): Plugin => ({
  name: 'tokens',
  resolveId: (id) => (id === 'virtual:tokens.css' ? '\0virtual:tokens.css' : undefined),
  load: (id) => (id === '\0virtual:tokens.css' ? tokenSheet() : undefined),
})

/** The field app opens without signal: its shell is kept on the phone. What it shows is kept by the app itself. */
const offline = () =>
  VitePWA({
    registerType: 'autoUpdate',
    injectRegister: false,
    manifest: {
      id: '/field/',
      name: '枫桥 · 街巷工作',
      short_name: '枫桥',
      description: '街巷长、网格员和村干部的工作台',
      lang: 'zh-CN',
      dir: 'ltr',
      start_url: '/field/',
      scope: '/field/',
      display: 'standalone',
      orientation: 'portrait',
      background_color: colours.light.ground,
      theme_color: colours.light.ground,
      icons: [
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
      navigateFallback: '/field/index.html',
      navigateFallbackAllowlist: [/^\/field\//],
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      importScripts: ['push.js'],
      runtimeCaching: [
        {
          urlPattern: ({ url }) => url.pathname.startsWith('/api/photos/'),
          handler: 'CacheFirst',
          method: 'GET',
          options: {
            cacheName: 'photos',
            expiration: { maxEntries: 200, maxAgeSeconds: 14 * 86_400 },
            cacheableResponse: { statuses: [200] },
          },
        },
      ],
    },
  })

export default defineConfig(({ mode }) => {
  const app = apps.find((each) => each === (process.env['APP'] ?? mode)) ?? 'field'
  return {
    root: here(`web/${app}`),
    base: `/${app}/`,
    cacheDir: here(`node_modules/.vite/${app}`),
    plugins: [tokens(), react(), ...(app === 'field' ? offline() : [])],
    build: { outDir: here(`dist/${app}`), emptyOutDir: true, target: ['chrome94', 'safari15.4'], chunkSizeWarningLimit: 1200 },
    server: { port: app === 'field' ? 5173 : 5174, proxy: { '/api': `http://localhost:${process.env['PORT'] ?? 3000}` } },
  }
})
