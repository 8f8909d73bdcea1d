/** Names and short names of the months, by number, in lower case: English, German, French, Spanish, Italian, Portuguese. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan januar jänner janvier janv enero ene gennaio gen janeiro',
    'february feb februar feber février févr fevrier febrero febbraio fevereiro fev',
    'march mar märz mär maerz mars marzo março marco',
    'april apr avril avr abril abr aprile',
    'may mai mayo maggio mag maio',
    'june jun juni juin junio giugno giu junho',
    'july jul juli juillet juil julio luglio lug julho',
    'august aug août aout agosto ago',
    'september sep sept septembre septiembre settembre set setembro',
    'october oct oktober okt octobre octubre ottobre ott outubro out',
    'november nov novembre noviembre novembro',
    'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro'
  ].flatMap((list, index) => list.split(' ').map(name => [name, index + 1] as const))
)
