/** `target` as it is, but that before each of its methods `first` is done. All of its methods must be asynchronous. */
export function askedAfter<Target extends object>(target: Target, first: () => Promise<unknown>): Target {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        await first()
        return value.apply(target, args)
      }
    }
  })
}
