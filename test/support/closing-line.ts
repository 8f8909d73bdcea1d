import type {Reporter, TestModule} from 'vitest/node'

/** Ends a test run with one plain line, `N passed, N failed, N skipped`, that any script can read. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap(({children}) => [...children.allTests()].map(test => test.result().state))
    const count = (state: string) => states.filter(other => other === state).length
    const unloaded = modules.filter(module => module.state() === 'failed' && module.children.size === 0).length
    console.log(`${count('passed')} passed, ${count('failed') + unloaded} failed, ${count('skipped')} skipped`)
  }
}
