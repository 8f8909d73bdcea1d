/** The small words of which a quarter and more of any English text is made, less those that are as common in a neighbouring language. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `the of and to that for it its it's with his her this these those are were from have has had having they them their there which
  been being not n't but by at would will could should who whom what when where while because if than then about after before
  into over under through between against said says be he she you your my our we us i or as all more other some any only out up
  down how why did does do can may must both each such`.split(/\s+/)
)
