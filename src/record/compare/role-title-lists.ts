/** Titles that say the same, each line led by the one they are compared as. */
export const SAME_TITLES: readonly string[] = [
  'chair, chairman, chairwoman, chairperson',
  'spokesperson, spokesman, spokeswoman, press spokesman, press spokeswoman',
  'premier, prime minister',
  'ceo, chief executive officer, chief executive',
  'cfo, chief financial officer',
  'emir, amir, ameer',
  'chief, head',
  'secretary general, secretarygeneral, general secretary',
  'director general, directorgeneral',
  'editor in chief, editorinchief, chief editor',
  'commander in chief, commanderinchief, supreme commander',
  'attorney general, attorneygeneral',
  'congress member, congressman, congresswoman',
  'council member, councilman, councilwoman, councillor, councilor',
  'police officer, policeman, policewoman',
  'defence minister, defense minister',
  'mp, member of parliament',
  'headteacher, headmaster, headmistress',
  'founder, cofounder'
]

/** The last words of titles that one person at a time can hold of one body or place. */
export const EXCLUSIVE_HEADS: ReadonlySet<string> = new Set(
  `mayor president premier chair ceo cfo governor chancellor king queen monarch emperor pope sultan emir caliph shah chief
   speaker rector headteacher patriarch`
    .trim()
    .split(/\s+/)
)

/** Titles of more than one word that one person at a time can hold. */
export const EXCLUSIVE_TITLES: ReadonlySet<string> = new Set([
  'secretary general',
  'director general',
  'managing director',
  'executive director',
  'editor in chief',
  'commander in chief',
  'attorney general',
  'supreme leader',
  'party leader',
  'opposition leader',
  'chief justice',
  'harbour master'
])

/** With a field before them, one person at a time can hold these: the finance minister, the foreign secretary. */
export const EXCLUSIVE_WITH_FIELD: ReadonlySet<string> = new Set(['minister', 'secretary'])

/** Words that make another title of one. */
export const CHANGING_WORDS: ReadonlySet<string> = new Set(
  `deputy vice assistant associate acting interim caretaker former ex past late co joint junior shadow honorary designate elect
   under sub adviser advisor aide temporary regional local provincial`
    .trim()
    .split(/\s+/)
)
