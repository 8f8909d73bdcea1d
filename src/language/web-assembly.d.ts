// The part of the WebAssembly interface that the kernels use. Node and browsers have it; TypeScript describes it for browsers only.
declare namespace WebAssembly {
  class Memory {
    constructor(size: {initial: number})
    readonly buffer: ArrayBuffer
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>)
  }
  class Instance {
    constructor(module: Module, imports: {env: {memory: Memory}})
    readonly exports: Readonly<Record<string, (...numbers: number[]) => void>>
  }
}
