/**
 * Add the optional packages of other platforms that a registry did not offer to package-lock.json.
 *
 * A mirror that keeps only its own platform's packages makes npm write a lock file without the others, and `npm ci` then refuses
 * that file everywhere: "Missing: … from lock file". Run after any change of dependencies: `node .ci/complete-lock.ts`. It adds
 * name, version, os, cpu and libc, as the parent package states them; npm fetches such a package only on its own platform.
 */
import {readFileSync, writeFileSync} from 'node:fs'

interface LockedPackage {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32']
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']
const LIBRARIES: Readonly<Record<string, string>> = {gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl'}

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages: Record<string, LockedPackage> = lock.packages
let added = 0
for (const parent of Object.values(packages))
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const platform = platformOf(name)
    if (packages[`node_modules/${name}`] || !platform || !/^\d/.test(version)) continue
    packages[`node_modules/${name}`] = {
      version,
      ...(parent.dev && {dev: true}),
      optional: true,
      ...platform
    } as LockedPackage
    added++
  }
const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`Added ${added} packages of other platforms`)

/** What `name-linux-x64-musl` says of itself; undefined when it is no platform's package. */
function platformOf(name: string): {os?: string[]; cpu?: string[]; libc?: string[]} | undefined {
  const words = name.replace(/^@[^/]+\//, '').split('-')
  const os = SYSTEMS.find(system => words.includes(system))
  const cpu = PROCESSORS.find(processor => words.includes(processor))
  const libc = words.map(word => LIBRARIES[word]).find(library => library !== undefined)
  if (!os && cpu !== 'wasm32') return undefined
  return {...(os && {os: [os]}), ...(cpu && {cpu: [cpu]}), ...(os === 'linux' && libc && {libc: [libc]})}
}
