/**
 * What a verb must be said of to tell of an event of its kind.
 *
 * - `living`: persons, or a number of them: "killed 12", not "killed the bill";
 * - `party`: persons or bodies: "sued the bank";
 * - `structure`, `vessel`, `vehicle`, `volcano`: such things alone: "the bridge collapsed", not "the talks collapsed";
 * - `asset`: a body, or what bodies own: "bought a rival", not "bought a coat";
 * - `thing`: anything but an idea: "attacked the post", not "attacked the plan".
 */
export type Need = 'living' | 'party' | 'structure' | 'vessel' | 'vehicle' | 'volcano' | 'asset' | 'thing'

/** Verbs, as lemmas, with what their object must be; in the passive, and where nothing follows, their subject. */
export const NEEDS: readonly (readonly [string, Need])[] = [
  ['kill die assassinate murder execute behead drown slay perish wound injure stab massacre', 'living'],
  [
    'arrest detain apprehend imprison jail extradite deport expel capture free liberate pardon release rescue',
    'living'
  ],
  ['kidnap abduct charge indict convict sentence sue fine prosecute acquit', 'party'],
  [
    'attack bomb shell raid ambush storm shoot invade besiege torch assault destroy damage meet visit evacuate',
    'thing'
  ],
  ['collapse', 'structure'],
  ['sink capsize', 'vessel'],
  ['crash derail hijack', 'vehicle'],
  ['erupt', 'volcano'],
  ['acquire buy purchase merge sell', 'asset']
]

/** People where no list of trades has them, beside numbers and names. */
export const LIVING_NOUNS = `
people person other civilian troop police family crowd worshipper demonstrator peasant inmate guest child baby infant toddler pensioner crew occupant holidaymaker shopper fan spectator supporter native pupil learner student individual human adult youth deserter convoy patrol squad member trooper ranger nomad herder pilgrim migrant survivor schoolchild schoolgirl schoolboy youngster hiker climber skier walker cyclist motorist pedestrian motorcyclist rider jockey trainer builder labourer laborer engineer technician nomad player trader stallholder beneficiary leader cadet recruit conscript officer policeman patient nurse carer nanny dozen score hundred thousand million half some many several most both all none
`

/** What stands and can fall down. */
export const STRUCTURE_NOUNS = `
building bridge roof dam wall mine tower stand house block tunnel crane ceiling balcony floor scaffold scaffolding stage pier hall church school hotel warehouse factory viaduct levee dyke embankment shed stadium terrace arch chimney mast apartment flat platform flyover overpass pavilion barn
`

/** What floats. */
export const VESSEL_NOUNS = `ship boat ferry vessel trawler yacht tanker freighter barge submarine dinghy lifeboat canoe raft frigate destroyer cruiser tug launch catamaran`

/** What drives, flies or runs on rails. */
export const VEHICLE_NOUNS = `
plane aircraft airliner jet helicopter train tram bus coach car probe spacecraft satellite lander capsule lorry truck van carriage balloon glider drone minibus motorcycle taxi locomotive airplane jetliner flight shuttle rocket ambulance
`

/** What bodies own and sell. */
export const ASSET_NOUNS = `
company firm business stake share unit division subsidiary plant factory brand maker chain bank mine rival operation arm club station newspaper hotel airline startup start-up supplier retailer brewer insurer producer manufacturer developer publisher group operator refinery field portfolio interest shareholding asset rights licence
`

/** What is attacked, met or hit in words alone. */
export const IDEA_NOUNS = `
plan policy decision record idea proposal law bill budget report argument claim view stance theory position speech handling approach system tax reform deal agreement strategy attempt move demand target deadline criterion standard need requirement condition challenge goal cost expectation obligation fate resistance opposition scepticism skepticism approval trust faith belief value principle credibility character integrity reputation problem issue question notion film song scene video photograph picture confidence profit sale market price budget headline note peak high low snag jackpot jobs mood moment imagination attention
`

/** What rises and falls in markets and in polls: these sink, crash and collapse in figures. */
export const MARKET_NOUNS = `
share stock price currency pound dollar euro market index profit sale revenue support rating demand value bond economy growth output figure turnout confidence morale
`

/** What spits fire: tempers and quarrels erupt otherwise. */
export const VOLCANO_NOUNS = 'volcano mount geyser crater'
