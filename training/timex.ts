import type {DateExpression} from '../src/language/analysis.ts'

/**
 * The TIMEX3 values that stand for a found date. EDTF and TIMEX3 write the same time differently: a week is an interval here
 * and `2016-W14` there, a season `2016-22` and `2016-SU`, a past year a stretch here and `P1Y` there.
 */
export function timexValues({type, edtf, duration, earliest, latest, rule}: DateExpression): string[] {
  const values = new Set<string>()
  if (duration) values.add(duration)
  const vague = /some (\w)\w*s, not said/.exec(rule)
  if (vague) values.add(`PX${vague[1]!.toUpperCase()}`)
  if (rule.startsWith('the time of writing')) values.add('PRESENT_REF')
  if (edtf && earliest && latest) for (const value of placedValues(edtf, earliest, latest)) values.add(value)
  if (edtf && type === 'time') for (const value of partsOfDay(edtf, rule)) values.add(value)
  return [...values]
}

function placedValues(edtf: string, earliest: string, latest: string): string[] {
  const plain = edtf.replaceAll('~', '')
  const values = [plain, `${earliest}/${latest}`, plain.replace(/-XX/g, '')]
  if (/^\d{4}$/.test(plain)) values.push(`${plain}-XX`, `${plain}-XX-XX`)
  if (/^\d{4}-\d\d$/.test(plain)) values.push(`${plain}-XX`)
  const [year, season] = plain.split('-')
  const letters = {'21': 'SP', '22': 'SU', '23': 'FA', '24': 'WI'}[season ?? '']
  if (letters) values.push(`${year}-${letters}`)
  const decade = /^(\d{3})0\/\1\d$/.exec(plain)
  if (decade) values.push(`${decade[1]}X`)
  values.push(`(${earliest},${dayAfter(latest)}`)
  const week = weekOf(earliest, latest)
  if (week) values.push(week, week.replace('-W0', '-W'))
  return values
}

/** Morning, afternoon, evening, night and clock times of a day. */
function partsOfDay(day: string, rule: string): string[] {
  const clock = rule.split('; ').at(-1) ?? ''
  const letters = {morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI'}[clock]
  const hour = /^(\d+)(?::(\d\d))? ?(am|pm)?$/.exec(clock)
  const named = {noon: '12:00', midday: '12:00', midnight: '00:00'}[clock]
  if (letters) return [`${day}T${letters}`, `${day}${letters}`, `${day}T${letters[0] === 'N' ? 'NI' : `${letters}`}`]
  if (named) return [`${day}T${named}`]
  if (!hour) return []
  const hours = (Number(hour[1]) % 12) + (hour[3] === 'pm' ? 12 : 0)
  const whole = hour[3] ? hours : Number(hour[1])
  const two = String(whole).padStart(2, '0')
  return [`${day}T${two}:${hour[2] ?? '00'}`, ...(hour[2] ? [] : [`${day}T${two}`])]
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** `YYYY-Www` where the days are one ISO week, or the part of one that begins on its Monday. */
function weekOf(earliest: string, latest: string): string | undefined {
  const first = Date.parse(`${earliest}T00:00:00Z`)
  const days = (Date.parse(`${latest}T00:00:00Z`) - first) / 86_400_000
  const weekday = (new Date(first).getUTCDay() + 6) % 7
  if (weekday !== 0 || days < 1 || 6 < days) return undefined
  const thursday = new Date(first + 3 * 86_400_000)
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - yearStart) / (7 * 86_400_000)) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
