import {readFileSync} from 'node:fs'
import type {Command} from 'commander'
import {expect, suite, test} from 'vitest'
import {ExitCode} from '../../src/cli/exit-code.ts'
import {buildProgram} from '../../src/cli/program.ts'
import {openTerminal} from '../../src/cli/terminal.ts'

const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')
const program = buildProgram(openTerminal({color: false}), () => {})
const help = program.helpInformation()

/** Sections of the page that are about no command. */
const OTHER_SECTIONS = ['How to read what is printed', 'Exit codes', 'Environment']

test('every command is documented, and every documented command exists', () => {
  const documented = sections()
    .map(({title}) => title)
    .filter(title => !OTHER_SECTIONS.includes(title))
  expect(documented.toSorted()).toEqual([...program.commands.map(command => command.name()), 'help'].toSorted())
})

suite('every option is documented, and every documented option exists', () => {
  test.each(program.commands.map(command => [command.name(), command] as const))('%s', (name, command) => {
    const {body} = sections().find(({title}) => title === name)!
    expect(new Set(optionsIn(body))).toEqual(new Set(optionsOf(command)))
  })
})

suite('every command says what it does, with examples', () => {
  test.each(program.commands.map(command => [command.name(), command] as const))('%s', (name, command) => {
    let printed = ''
    command.configureOutput({
      writeOut: text => {
        printed += text
      }
    })
    command.outputHelp()
    expect(printed).toMatch(new RegExp(`Examples:\n(?: *#.*\n *hearsay ${name} ?.*\n?)+`))
    expect(command.summary()).not.toBe('')
  })
})

test('every exit code is documented as the help tells it', () => {
  const rows = [...docs.matchAll(/^\| (\d+) \| (.+?) \|$/gm)].map(([, code, meaning]) => [Number(code), meaning])
  expect(rows.map(([code]) => code)).toEqual(Object.values(ExitCode))
  let printed = help
  program.configureOutput({
    writeOut: text => {
      printed += text
    }
  })
  program.outputHelp()
  for (const [code, meaning] of rows) expect(printed).toContain(`${code}  ${String(meaning).split(', as')[0]}`)
})

function sections(): {title: string; body: string}[] {
  return docs
    .split(/^## /m)
    .slice(1)
    .map(block => {
      const [title = '', ...lines] = block.split('\n')
      return {title, body: lines.join('\n')}
    })
}

/** Options that a section puts first in a row of its table, or names as `--json`. */
function optionsIn(body: string): string[] {
  const rows = [...body.matchAll(/^\| (`--.+?) \|/gm)].flatMap(([, cell = '']) => cell.match(/--[a-z-]+/g) ?? [])
  return body.includes('`--json`') ? [...rows, '--json'] : rows
}

function optionsOf(command: Command): string[] {
  return command.options.map(({long}) => long!).filter(long => long !== '--help')
}
