import {readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname} from 'node:path'

/** Files to serve by path, `/models/…` from the repository beside them, all under a strict content security policy. */
export async function servePage(files: ReadonlyMap<string, string>): Promise<PageServer> {
  const server = createServer(({url = '/'}, response) => {
    const path = url === '/' ? '/index.html' : url
    const body = path === '/favicon.ico' ? '' : (files.get(path.slice(1)) ?? modelBytes(path))
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
      'x-content-type-options': 'nosniff'
    })
    response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => closeServer(server)}
}

export interface PageServer {
  readonly address: string
  close(): void
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8'
}

function modelBytes(path: string): Uint8Array | undefined {
  const [, file] = /^\/models\/(\w+\.model)$/.exec(path) ?? []
  return file ? readFileSync(new URL(`../../models/${file}`, import.meta.url)) : undefined
}

function closeServer(server: Server): void {
  server.close()
  server.closeAllConnections()
}
