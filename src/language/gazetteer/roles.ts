/** Nouns for what a person is or does, as news calls people after naming them: "the spokesman", "the emir". */
export const PERSON_NOUNS = `
president premier chancellor minister secretary undersecretary senator congressman congresswoman representative lawmaker legislator deputy governor mayor ambassador envoy diplomat consul commissioner councillor councilman councilwoman alderman politician candidate
spokesman spokeswoman spokesperson official officer chief head leader chairman chairwoman chair chairperson director manager boss executive founder co-founder owner president-elect treasurer secretary-general administrator coordinator organiser organizer adviser advisor aide assistant negotiator mediator
general lieutenant colonel major captain sergeant corporal admiral commander brigadier marshal commodore soldier fighter militant jihadist insurgent rebel warlord guerrilla gunman bomber attacker assailant suspect defendant prisoner detainee hostage captive victim survivor witness fugitive terrorist extremist hijacker kidnapper smuggler spy agent operative recruiter
emir sheikh imam mullah cleric preacher ayatollah pope bishop archbishop cardinal priest pastor rabbi monk nun scholar ideologue mufti patriarch reverend vicar
king queen prince princess duke duchess sultan monarch emperor heir dictator ruler strongman
judge justice prosecutor lawyer attorney solicitor barrister magistrate sheriff detective inspector superintendent constable policeman policewoman investigator
analyst expert economist historian professor researcher scientist academic lecturer teacher doctor physician surgeon nurse psychologist engineer virologist epidemiologist specialist consultant commentator
journalist reporter correspondent editor columnist author writer novelist poet blogger broadcaster anchor presenter host producer filmmaker photographer cameraman translator narrator publisher
actor actress singer musician artist painter director composer player footballer coach striker goalkeeper athlete champion captain referee
activist campaigner dissident protester organiser lobbyist volunteer worker farmer shopkeeper businessman businesswoman entrepreneur billionaire tycoon investor trader banker accountant
man woman boy girl child teenager father mother son daughter brother sister husband wife widow widower uncle aunt cousin nephew niece grandfather grandmother parent friend colleague
speaker caller client resident neighbour neighbor villager tourist refugee migrant driver pilot sailor astronaut student pupil graduate veteran
guard clerk cook waiter waitress fisherman firefighter paramedic bystander onlooker employee employer tenant landlord customer passenger commuter miner carpenter mechanic baker butcher grocer tailor shepherd hunter merchant vendor courier
incumbent predecessor successor rival opponent ally newcomer nominee appointee laureate chairman-designate delegate mp peer premier-designate
`

/** Nouns for bodies of people: "the group", "the ministry", "the paper". */
export const BODY_NOUNS = `
group organisation organization company firm corporation agency ministry department bureau office body party movement faction network militia army force police government administration regime authority council committee commission
union association alliance coalition federation foundation charity institute institution university college school hospital church court tribunal parliament senate congress cabinet bank fund manufacturer retailer supplier carrier airline
club team side league network cell brigade battalion unit outfit sect cult caliphate emirate watchdog regulator think-tank thinktank startup maker giant insurer lender operator publisher
newspaper paper daily weekly magazine broadcaster station channel outlet website site journal tabloid embassy secretariat
`

/** Nouns for places. */
export const PLACE_NOUNS = `
country nation state city town village capital province region district island territory area kingdom republic port camp airport valley peninsula municipality suburb neighbourhood neighborhood county
`

/** Nouns for things made to be seen, heard or read. */
export const PRODUCTION_NOUNS = `
video film documentary movie clip footage recording message audio broadcast episode series programme program show podcast song nasheed speech sermon production release statement trailer interview album
`

/** Nouns for works that are not broadcast or shown. */
export const WORK_NOUNS = `
book novel article report magazine essay pamphlet paper poem study memoir manifesto letter document play opera painting guide manual treatise editorial column dossier leaflet communique communiqué thesis booklet edition newsletter
`
