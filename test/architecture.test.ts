import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path/posix'
import {suite, test} from 'vitest'

/** What each folder of src/ may import, in the order documents travel. `src/*.ts` itself is the folder ''. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  intake: ['text'],
  language: ['text'],
  reading: ['text', 'intake', 'language'],
  '': ['text', 'intake', 'language', 'reading'],
  sandbox: ['text', 'intake', 'language', 'reading', ''],
  record: ['text', 'intake', 'language', 'reading', ''],
  cli: ['text', 'intake', 'language', 'reading', '', 'sandbox', 'record']
}

/** Folders that run in a browser as well: nothing of Node, no I/O. */
const BROWSER_FOLDERS = ['text', 'language', 'reading']

/** ECMA-262 calls their results implementation-approximated. `Math.log2` may be used for sizes, which it gives exactly. */
const ENGINE_ROUNDS = /\bMath\.(?:expm?1?|log(?:10|1p)?|pow|cbrt|hypot|a?(?:sin|cos|tan)h?|atan2)\(/g

const files = globSync('src/**/*.ts').sort()

suite('folders import only what stands before them', () => {
  for (const file of files)
    test(file, () => {
      const folder = folderOf(file)
      for (const imported of relativeImports(file).map(({path}) => folderOf(path)))
        assert(
          imported === folder || MAY_IMPORT[folder]?.includes(imported),
          `Cannot import ${imported}/ from ${folder}/: ${folder}/ may import ${MAY_IMPORT[folder]?.join(', ') || 'nothing'}`
        )
    })
})

suite('folders that run in a browser import nothing of Node', () => {
  for (const file of files.filter(path => BROWSER_FOLDERS.includes(folderOf(path))))
    test(file, () => {
      assert.deepEqual(readFileSync(file, 'utf8').match(/from '(?:node:[^']+|fs|path|crypto)'/g) ?? [], [])
    })
})

suite('folders that run in a browser use no function whose last bits each engine chooses', () => {
  for (const file of files.filter(path => BROWSER_FOLDERS.includes(folderOf(path))))
    test(file, () => {
      const calls = readFileSync(file, 'utf8').match(ENGINE_ROUNDS) ?? []
      assert.deepEqual(calls, [], 'src/language/exponentials.ts has what every engine rounds alike')
    })
})

test('reading takes types from intake, and the one function that says which parts are read', () => {
  const allowed = ['src/intake/document.ts']
  for (const file of files.filter(path => folderOf(path) === 'reading'))
    for (const {path} of relativeImports(file))
      if (folderOf(path) === 'intake') assert(allowed.includes(path), `${file} imports ${path}`)
})

test('the tree is at most two folders deep under src/', () => {
  assert.deepEqual(
    files.filter(file => 4 < file.split('/').length),
    []
  )
})

test('no folder or file is named for what it is not about', () => {
  assert.deepEqual(
    files.filter(file => /(?:^|\/)(?:utils?|helpers?|common|types|misc|index)(?:\/|\.ts$)/.test(file)),
    []
  )
})

function folderOf(file: string): string {
  const [, folder = '', ...rest] = file.split('/')
  return rest.length === 0 ? '' : folder
}

function relativeImports(file: string): {path: string}[] {
  const specifiers = readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)
  return Array.from(specifiers, ([, specifier]) => ({path: join(dirname(file), specifier!)}))
}
