import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{modules,server,db,web,tests,locales,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: './tests/database.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
