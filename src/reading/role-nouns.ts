/** Nouns for who holds an office, a post or a trade: any of them can be the head of a title. Plurals and feminine forms are listed where irregular. */
export const ROLE_NOUNS = `
accountant activist actor actress actuary adjutant administrator admiral adviser advisor advocate agent aide aide-de-camp alderman
ambassador anaesthetist analyst anchor anchorman anchorwoman anthropologist archaeologist archbishop architect archivist arbitrator artist
assemblyman assemblywoman assessor assistant astronaut astronomer athlete attaché attorney attorney-general auditor author
backbencher baker banker baritone baron barrister bassist biochemist biographer biologist bishop blogger boss botanist boxer brigadier broadcaster
broker builder bureaucrat
cabinetmaker caliph campaigner candidate captain cardinal cardiologist caretaker carpenter cellist centre-back ceo cfo chair chairman chairperson
chairwoman chamberlain champion chancellor chaplain chef chemist chief chief-of-staff choreographer clergyman cleric clerk climatologist co-author
co-chair co-chairman co-director co-founder co-host co-owner co-pilot coach cofounder collaborator colonel columnist comedian commandant commander
commander-in-chief commissioner commodore communicator composer comptroller conductor congressman congresswoman conservationist conservator
constable consul consultant contractor controller convener coo coordinator co-ordinator coroner corporal correspondent councillor councilman
councilor councilwoman counsel counsellor counselor counterpart courier creator cricketer criminologist critic crown-prince cto curator custodian cyclist
dancer dealer dean defender delegate demographer dentist deputy dermatologist designer detective developer dictator diplomat director
director-general dissident doctor doorman dramatist drummer driver
ecologist economist editor editor-in-chief educator electrician emir emissary emperor empress engineer entrepreneur envoy epidemiologist
ethicist ethnographer evangelist examiner executive executor expert explorer
farmer fellow fighter filmmaker financier firefighter fisherman flautist footballer foreman front-runner frontrunner forester forward founder frontman fundraiser
gardener general geneticist geographer geologist geophysicist goalkeeper goalscorer golfer governor grocer guard guardian guitarist gynaecologist
hacker hairdresser head headmaster headmistress headteacher historian hydrologist
illustrator imam immunologist incumbent industrialist informant innkeeper inspector inspector-general instructor interpreter inventor investigator investor
janitor jeweller jihadist jockey journalist judge jurist justice
keeper king
laureate lawmaker lawyer leader lecturer legislator liaison librarian lieutenant linguist lobbyist locksmith
magistrate magnate maker manager marshal master mastermind mathematician mayor mechanic mediator member meteorologist metallurgist microbiologist
midfielder midwife miner minister ministerial missionary moderator monitor monarch mountaineer musician
naturalist negotiator nominee neurologist neuroscientist neurosurgeon newscaster novelist nurse
oceanographer officer official ombudsman ombudswoman oncologist operative operator organiser organizer ornithologist orthopaedist overseer owner
paediatrician paleontologist painter palaeontologist paramedic parliamentarian parson partner pastor pathologist patriarch patrolman pediatrician
pharmacist philanthropist philosopher photographer photojournalist physician physicist pianist pilot pitcher planner player playwright
plumber poet police-chief policeman policewoman politician pollster pontiff pope postman practitioner preacher predecessor premier presenter president
president-elect priest prime-minister primatologist prince princess principal printer producer professor programmer prosecutor protester protestor demonstrator provost psychiatrist
psychologist publicist publisher
quarterback queen
rabbi radiologist rancher ranger rapper rapporteur realtor receptionist recruiter rector referee regent registrar regulator reporter
representative researcher resident reservist retailer rheumatologist ringleader runner
sailor saxophonist scholar scientist screenwriter sculptor secretary secretary-general seismologist senator sergeant sheriff shareholder shipowner shopkeeper
singer skipper sociologist soldier solicitor solicitor-general soprano speaker specialist spokesman spokesperson spokeswoman sponsor
stakeholder statesman statistician stockbroker storekeeper strategist striker student substitute successor sultan superintendent supervisor surgeon surveyor
teacher technician technologist tenor theologian theorist therapist topographer toxicologist trader trainee trainer translator treasurer treasury-secretary
trumpeter trustee tsar tutor tycoon
umpire undersecretary under-secretary undersecretary-general
veterinarian vicar vice-admiral vice-chair vice-chairman vice-chancellor vice-president viceroy violinist virologist volcanologist volunteer
warden warlord watchmaker weatherman whistleblower winemaker winger woodworker worker writer
youtuber zookeeper zoologist
abbot abbess acrobat apothecary archer arsonist astrologer bailiff barman barmaid batsman batter beautician biker blacksmith boatman bodyguard bookmaker bosun bowler breeder brewer bricklayer busker butler
cameraman cameramen captain-general caregiver carer catcher cartographer cartoonist chargé chieftain chronicler cleaner climber clown co-presenter cobbler co-leader co-manager conscript cosmonaut counter-tenor cowboy
crewman crooner curate deacon decorator defenceman defenseman deputy-head dietitian disc-jockey diver docent dressmaker electrician elder enforcer envoy-designate ferryman filmmaker fitter fixer flanker florist
fly-half forager forester friar gambler game-warden gaoler gatekeeper glazier goldsmith gravedigger groom groundsman guide gymnast gunner headman herder herdsman hermit hiker historiographer hooker horseman host hostess
hunter hurdler impresario interviewer jailer joiner juggler jumper landscaper laborer labourer leatherworker lifeguard linebacker linesman logger lutenist machinist mason masseur matron mediator-in-chief mentor messenger
midshipman milkman miller milliner minder monk musicologist mystic nanny navigator number-eight nun oboist operative optician orator organist orderly paratrooper parish-priest paymaster peacekeeper percussionist
playmaker plasterer point-guard poll-watcher porter postmaster postmistress potter prefect printmaker prior prioress profiler programmer promoter prop puppeteer quartermaster racer raconteur ratings-analyst recorder
referee-in-chief registrar-general restaurateur restorer retainer rigger roofer rower saddler sailor-in-chief satirist scout scrum-half seaman seamstress serviceman servicewoman settler sheikh shepherd sherpa
shot-putter signalman skater skier smuggler soloist songwriter spy squire stable-boy stagehand steward stewardess stonemason storyteller stunt-man surfer swimmer tailor tanner tattooist taxidermist
teammate tiler toolmaker town-crier trapper treasurer-elect tribesman troubadour tutor-in-residence typist undertaker upholsterer usher valet vet vice-captain vice-principal vice-provost vintner vizier volleyballer
waiter weaver welder wholesaler wicketkeeper windsurfer woodcutter wrangler wrestler yachtsman yachtswoman
`

/** Short forms of titles before a name, and of officers after one. */
export const TITLE_ABBREVIATIONS = `
Amb. Amb Atty. Cllr Cllr. Cmdr. Congressman Congresswoman Coun. Del. Gov. Gov Govs. Rep. Rep Reps. Sen. Sen Sens. Supt. MP MPs MEP MEPs MSP TD AG CEO CFO COO CTO CIO PM QC KC
`

/** Ranks: kept as a role only where nothing more is said of the person. */
export const RANKS = `
General Colonel Major Captain Lieutenant Sergeant Corporal Brigadier Admiral Commodore Commander Marshal Private Gen. Col. Maj. Capt. Lt. Lieut. Sgt. Cpl.
Brig. Adm. Cmdr. Gen Col Maj Capt Lt Sgt Cpl Brig Adm Constable Inspector Detective Trooper Deputy Officer Agent
`

/** Titles of courtesy, learning and religion: part of how a person is called, not a post. */
export const COURTESY_TITLES = `
Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Dr Dr. Doctor Prof Prof. Professor Sir Dame Lord Lady Madame Madam Rev. Rev Reverend Father Fr. Brother Sister Mother Saint St. Hon. Sheikh
Shaikh Sheik Mullah Maulana Maulvi Mawlawi Mufti Ayatollah Hojatoleslam Imam Haji Hajji Qari Ustad Sayyid Sayed Syed King Queen Prince Princess Pope Cardinal
Archbishop Bishop Pastor Rabbi Count Countess Baron Baroness Duke Duchess Emperor Sultan
`

/** Human nouns that say what a person is, though not a post: taken where they stand in apposition to a name. */
export const DESCRIPTION_NOUNS = `
alumnus beneficiary bystander commentator consumer customer eyewitness graduate housewife insider landlady landlord landowner merchant motorist neighbor neighbour
observer onlooker parent participant patient pensioner pupil refugee resident retiree schoolteacher shopper survivor tenant tourist trainee villager witness
undergraduate postgraduate vendor barber butcher cook cab-driver taxi-driver truck-driver waiter waitress plaintiff defendant defector
`

/** Words before a title, or in it, that say whether it is still held. */
export const STATUS_WORDS: readonly (readonly [string, 'former' | 'acting' | 'designate' | 'current'])[] = [
  [
    'former ex one-time onetime erstwhile late then ousted deposed retired past previous predecessor emeritus emerita',
    'former'
  ],
  ['acting caretaker interim', 'acting'],
  ['designate elect nominee incoming', 'designate'],
  ['longtime current present sitting incumbent outgoing', 'current']
]

/** Offices of a whole country: where no country stands by them, the one the text is about is meant. */
export const NATIONAL_OFFICES =
  /^(?:(?:interim|acting|former|deputy|vice|first|federal|foreign|prime|interior|defen[cs]e|information|justice|health|finance|education|energy|home|trade|transport|agriculture|environment|labou?r) )*(?:president|prime minister|premier|(?:foreign|interior|defen[cs]e|information|justice|health|finance|education|energy|home|trade|transport|agriculture|environment|labou?r|culture|tourism|oil|economy|planning) minister|chancellor|king|queen)$/

/** Offices that every company has: where no organisation stands by them, the one the text is about is meant. */
export const COMPANY_OFFICES =
  /^(?:(?:deputy|interim|new|vice) )?(?:(?:chief|managing|finance|operating|executive) (?:executive|director|chief|financial|operating|technology|officer)(?: officer)?|chair(?:man|woman|person)?|treasurer|finance chief|C[EFOT]O)$/i

/** Nouns of bodies, as words of an organisation before a title: "Harbour police chief". */
export const BODY_NOUNS = `
academy administration agency airline alliance army assembly assembly association authority bank board brigade bureau cabinet campaign chamber church city club coalition college command
commission committee company conference confederation congress corporation corps council county court department directorate division embassy faction federation fire
firm force forces foundation government group guard guild hospital house institute institution intelligence junta laboratory league legislature militia military ministry mission monarchy
movement museum navy network office opposition organisation organization palace parliament party patrol police prison protection province red cross regiment region school secretariat senate service society state syndicate team
treasury tribunal trust union unit university fund charity orchestra choir theatre theater shipyard expedition village district
`

/** Verbs that say what someone is at an organisation, with the noun they stand for: "who heads the guild". */
export const HOLDING_VERBS: readonly (readonly [string, string])[] = [
  ['heads headed', 'head'],
  ['leads led', 'leader'],
  ['chairs chaired', 'chair'],
  ['edits edited', 'editor'],
  ['commands commanded', 'commander'],
  ['directs directed', 'director'],
  ['coaches coached', 'coach'],
  ['captains captained', 'captain'],
  ['manages managed', 'manager'],
  ['owns owned', 'owner'],
  ['founded', 'founder'],
  ['co-founded', 'co-founder'],
  ['oversees', 'overseer'],
  ['runs ran', 'head'],
  ['represents', 'representative']
]

/** The body that an office sits in, where no other stands by it. */
export const OFFICE_BODIES: readonly (readonly [string, string])[] = [
  ['sen. sen sens. senator', 'Senate'],
  ['mp', 'Parliament'],
  ['mep', 'European Parliament']
]
