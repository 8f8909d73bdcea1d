/** How a store's methods are called, once what was saved before is derived. */
export interface Asking {
  /** Give a question's answer, asking again where it was asked of something that changed under it. */
  readonly answer: <Answer>(ask: () => Promise<Answer>) => Promise<Answer>
  /** Done before a deed, which is done once. */
  readonly first: () => Promise<unknown>
}

/** `target` as it is, but that its methods, all of them asynchronous, are called as `asking` says: `deeds` change something. */
export function askedAfter<Target extends object>(
  target: Target,
  {answer, first}: Asking,
  deeds: readonly (keyof Target)[] = []
): Target {
  const isDeed = new Set<string | symbol | number>(deeds)
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        if (!isDeed.has(name)) return answer(() => value.apply(target, args))
        await first()
        return value.apply(target, args)
      }
    }
  })
}
