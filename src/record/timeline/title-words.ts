// What titles are made of, in every genre: politics, business, sport, church, school, press, crime, armies.

/** Titles of who leads a body, without its name, folded. */
export const HEAD_TITLES = `leader; co-leader; head; chief; boss; chair; chairman; chairwoman; chairperson; co-chair; co-chairman; co-chairwoman; president; co-president; prime minister; premier; first minister; chief minister; chancellor; taoiseach; king; queen; emperor; empress; monarch; sultan; emir; amir; caliph; sheikh; supreme leader; paramount leader; ruler; dictator; head of state; head of government; governor; mayor; lord mayor; mayoress; city manager; provost; prefect; county executive; speaker; secretary general; general secretary; first secretary; party secretary; director; co-director; director general; executive director; managing director; chief executive; chief executive officer; ceo; co-ceo; managing partner; senior partner; general manager; manager; head coach; coach; trainer; team principal; skipper; editor; editor in chief; chief editor; executive editor; pope; pontiff; patriarch; archbishop; bishop; cardinal archbishop; abbot; abbess; prior; prioress; imam; grand imam; grand mufti; mufti; grand ayatollah; chief rabbi; rabbi; dean; rector; vicar; pastor; senior pastor; lead pastor; moderator; primate; general superior; superior general; vice chancellor and president; vice-chancellor; principal; headmaster; headmistress; headteacher; head teacher; commander; commander in chief; supreme commander; overall commander; top commander; commandant; commanding officer; commanding general; warlord; ringleader; kingpin; spiritual leader; political leader; overall leader; de facto leader; top leader; national leader; self-proclaimed leader; commissioner; police chief; chief constable; chief of police; police commissioner; fire chief; sheriff; inspector general; conductor; chief conductor; music director; artistic director; curator; chief curator; high commissioner; administrator; provincial governor; chief administrator; convener; convenor; captain general; owner and chairman; grand master; chief scout; chairman of the board; president of the board; board chairman; board chair; board president; warden; governor general`

/** Of these, titles of who leads a place: its police chief does not. */
export const PLACE_HEADS = `leader; head; chief; president; co-president; prime minister; premier; first minister; chief minister; chancellor; taoiseach; king; queen; emperor; empress; monarch; sultan; emir; amir; caliph; supreme leader; paramount leader; ruler; dictator; head of state; head of government; governor; governor general; mayor; lord mayor; mayoress; city manager; prefect; county executive; warlord; de facto leader; top leader; national leader; self-proclaimed leader; administrator; provincial governor; high commissioner; council leader; government leader; state governor; city mayor; junta leader; military ruler`

/** Bodies whose kind may stand before a title: "party leader", "council president". */
export const BODY_KINDS = `agency alliance army assembly association authority bank battalion board brigade cabinet caliphate cathedral chamber charity church circle city clan club college commission committee community company confederation congress congregation consortium corporation council country county court department diocese district emirate federation firm force foundation front gang government group guild hospital institute institution jihadist junta kingdom league legion militant military militia ministry mission mosque movement museum network newspaper office opposition orchestra order organisation organization paper parish parliament party police prison province provincial rebel region regional regiment republic resistance school senate society squad state station studio syndicate team town tribal tribe trust union unit university village wing youth`

/** Words that say of a title whether it is held, for how long or since when, and nothing of which it is. */
export const STATUS_WORDS = `acting then former ex interim caretaker current present new newly appointed elected longtime long-time long-serving veteran outgoing incoming designate elect late ousted deposed exiled jailed founding founder re-elected`

/** Titles of who speaks for a body; the head noun of the title, folded. */
export const SPOKES_NOUNS = `spokesman spokeswoman spokesperson spokesmen spokespeople spokes mouthpiece`

/** Whole titles of who speaks for a body. */
export const SPOKES_TITLES = `press secretary; press officer; press attache; press spokesman; media officer; media adviser; media advisor; media director; media spokesman; communications director; director of communications; head of communications; communications chief; chief of communications; communications officer; head of media; public affairs officer; public affairs director; public information officer; information officer; public relations officer; head of public relations; head of press; head of media relations; information minister; minister of information`

/** Titles that say the same: each line is one. */
export const SAME_TITLES = `chair chairman chairwoman chairperson
ceo chief-executive chief-executive-officer
spokesman spokeswoman spokesperson press-spokesman
editor-in-chief chief-editor
headmaster headmistress headteacher head-teacher
secretary-general general-secretary
emir amir
director-general general-director
leader head chief
mayor mayoress
police-chief chief-of-police
premier prime-minister`

/** A phrase of relation that says it is over. */
export const PAST_PHRASES =
  /\b(?:was|were|had been|has been|once|former|formerly|previously|ex|until|till|used to|no longer|left|quit|split|broke|resigned|expelled|defected|deserted|dismissed|departed|seceded)\b/i
