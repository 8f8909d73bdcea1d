/** What was made of the last keys: at most so many are kept, and all are let go at once. */
export function lastOnes<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size === most) kept.clear()
    const made = make()
    kept.set(key, made)
    return made
  }
}
