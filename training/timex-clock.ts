/**
 * The TIMEX3 values of a time of day as people say it, on each form of a day (or on none, the empty string).
 *
 *     3 pm            T15, T15:00, T15:00:00
 *     14:30           T14:30
 *     morning         TMO
 *     5 pm to 6 pm    (T17,T18)
 */
export function clockValues(clock: string, days: readonly string[]): string[] {
  const [from, to] = clock.split(' to ').map(readTimes)
  if (!from) return []
  if (!to) return days.flatMap(day => from.flatMap(time => [`${day}T${time}`, `${day}${time}`]))
  return days.flatMap(day => from.flatMap(start => to.map(end => `(${day}T${start},${day}T${end})`)))
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  morning: ['MO'],
  afternoon: ['AF'],
  evening: ['EV'],
  night: ['NI', 'NT'],
  noon: ['12', '12:00'],
  midday: ['12', '12:00'],
  midnight: ['00', '00:00', '24', '24:00']
}

function readTimes(clock: string): readonly string[] {
  const parts = PARTS[clock]
  if (parts) return parts
  const [, hour, minutes, seconds, half] = /^(\d+)(?::(\d\d)(?::(\d\d))?)? ?(am|pm|o'clock)?$/.exec(clock) ?? []
  if (hour === undefined) return []
  const hours = half === 'am' || half === 'pm' ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour)
  const two = String(hours).padStart(2, '0')
  if (seconds) return [`${two}:${minutes}:${seconds}`]
  return [
    `${two}:${minutes ?? '00'}`,
    `${two}:${minutes ?? '00'}:00`,
    ...(minutes === undefined || minutes === '00' ? [two] : [])
  ]
}
