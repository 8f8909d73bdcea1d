import {defineConfig} from 'vitest/config'
import {ClosingLine} from './test/support/closing-line.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['./test/support/seed.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    reporters: ['default', new ClosingLine()]
  }
})
